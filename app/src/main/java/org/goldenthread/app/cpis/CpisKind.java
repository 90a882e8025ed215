package org.goldenthread.app.cpis;

/** The three kinds of status that the standard has, each with what it is called in the NHS's message. */
enum CpisKind {
    CHILD_PROTECTION_PLAN("Child protection plan", "COCT_TP146101GB01", "CPPInformation", "cPP"),
    UNBORN_CHILD_PROTECTION_PLAN("Unborn child protection plan", "COCT_TP146102GB01", "UCPInformation", "uCP"),
    LOOKED_AFTER("Looked after", "COCT_TP146100GB01", "LACInformation", "lAC");

    private final String label;
    private final String template;
    private final String element;
    private final String datePrefix;

    CpisKind(String label, String template, String element, String datePrefix) {
        this.label = label;
        this.template = template;
        this.element = element;
        this.datePrefix = datePrefix;
    }

    String label() {
        return label;
    }

    /** The template of its part of the message. */
    String template() {
        return template;
    }

    /** The element that it is told in, without its template. */
    String element() {
        return element;
    }

    /** What its dates begin with, such as {@code lAC} of {@code lACStartDate}. */
    String datePrefix() {
        return datePrefix;
    }

    /** Whether it stands under the mother's number. */
    boolean isUnborn() {
        return this == UNBORN_CHILD_PROTECTION_PLAN;
    }
}
