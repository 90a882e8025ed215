package org.goldenthread.app.partners;

import org.goldenthread.app.records.Labelled;

/** Why a record may be shared: the lawful basis that whoever shares relies on. */
public enum Basis implements Labelled {
    SAFEGUARDING(
            "Public task: to safeguard or promote the child’s welfare (UK GDPR article 6(1)(e); Children Act 2004 sections 10 and 11)"),
    ENQUIRY("Section 47 enquiry: agencies help with what they know (Children Act 1989 section 47(9))"),
    LEGAL_OBLIGATION("A duty in law or a court’s order (UK GDPR article 6(1)(c))"),
    CONSENT("The family’s consent, for as long as it holds");

    private final String label;

    Basis(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
