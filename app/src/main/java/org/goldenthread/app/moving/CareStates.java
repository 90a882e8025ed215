package org.goldenthread.app.moving;

/** Where a record of a child looked after stood when it came: accommodation was agreed and a placement approved, or the child would not be there. */
final class CareStates {

    private CareStates() {}

    /** @param legalStatus its code, of a legal status */
    static String of(String kind, String legalStatus) {
        return switch (kind) {
            case "placement" -> "approved";
            case "legal-status" -> legalStatus.startsWith("V") ? "agreed" : "recorded";
            default -> "";
        };
    }
}
