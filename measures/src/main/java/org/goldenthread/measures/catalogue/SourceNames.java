package org.goldenthread.measures.catalogue;

import java.util.regex.Pattern;

/** The keys by which a measure names the source that it needs, and what each is called. */
public final class SourceNames {

    private static final Pattern KNOWN = Pattern.compile(
            "cin|ssda903\\.[a-z0-9-]+|annex-a\\.([1-9]|10|11)|ssd\\.(ssd_[a-z0-9_]+|gt_care_leaver_birthdays)|local\\.[a-z0-9-]+");

    private SourceNames() {}

    static boolean isKnown(String source) {
        return KNOWN.matcher(source).matches();
    }

    /** What the source is called: {@code annex-a.8} is "Annex A list 8". */
    public static String describe(String source) {
        int dot = source.indexOf('.');
        String part = dot < 0 ? "" : source.substring(dot + 1);
        return switch (dot < 0 ? source : source.substring(0, dot)) {
            case "cin" -> "children in need census";
            case "ssda903" -> "SSDA903 " + part.replace('-', ' ');
            case "annex-a" -> "Annex A list " + part;
            case "ssd" -> (part.startsWith("gt_") ? "table " : "SSD table ") + part;
            case "local" -> "local counts of " + part;
            default -> source;
        };
    }
}
