package org.goldenthread.app.moving;

import java.util.Map;
import org.goldenthread.core.codes.CodeSet;

/** A fact of a child looked after in a few words. */
final class CareWords {

    private CareWords() {}

    static String of(String kind, Map<String, String> answers) {
        return switch (kind) {
            case "period-of-care" -> "Looked after";
            case "legal-status" -> "Legal status: " + label("LS", answers.getOrDefault("status", ""));
            case "placement" -> "Placement: " + label("PLACE", answers.getOrDefault("kind", ""));
            case "looked-after-review" -> "Review of a child looked after held";
            default -> throw new IllegalArgumentException("No kind of fact is called \"" + kind + "\".");
        };
    }

    private static String label(String set, String code) {
        return CodeSet.of("ssda903", set).findLabel(code).orElse(code);
    }
}
