package org.goldenthread.returns;

/** What may name a child beside the council's own identifier. */
public enum IdentifierKind {
    /** The council's own identifier of the child, as a return gives it. */
    COUNCIL_ID,
    UPN,
    FORMER_UPN,
    NHS_NUMBER,
    FORENAME,
    SURNAME,
    /** What was taken out of a row of a return before it went into the snapshot's tables. */
    RETURN_ROW,
    /** Any other, such as a Home Office registration or a former case number. */
    OTHER
}
