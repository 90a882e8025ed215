package org.goldenthread.returns.check;

/** What a check cannot run without, besides tables of this year's return. */
public enum Need {
    PREVIOUS_YEAR("the previous year's return"),
    POSTCODES("a postcode directory"),
    PROVIDERS("Ofsted's list of providers"),
    AUTHORITY("the authority that makes the return"),
    /** What a return in XML tells and one in CSV does not. */
    XML("a return in XML"),
    /** Whether the Header has a flag of them, as it does in XML and in some cases. */
    UNACCOMPANIED_FLAG("a flag of unaccompanied children");

    private final String label;

    Need(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Why a check that needs it is told among those not run. */
    public String whyNotRun() {
        return "it needs " + label + ", which was not given";
    }
}
