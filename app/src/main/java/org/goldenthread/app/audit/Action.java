package org.goldenthread.app.audit;

/** The kinds of act that are logged. */
public enum Action {
    SIGNED_IN("Signed in"),
    SIGN_IN_REFUSED("Sign-in refused"),
    SIGNED_OUT("Signed out"),
    PASSWORD_CHOSEN("Password chosen"),
    CHILDREN_SEEN("Looked at the children behind a figure"),
    ROW_SEEN("Looked at a row of a return"),
    CHILD_REVEALED("Revealed a child's id"),
    CHANGES_SEEN("Looked at children's changes between two loads"),
    RETURNS_LOADED("Loaded returns"),
    RETURN_OPENED("Took on a return to be corrected"),
    RETURN_CHILDREN_SEEN("Looked at children of a return"),
    RETURN_CHILD_SEEN("Looked at a child of a return"),
    RETURN_CORRECTED("Corrected a return"),
    RETURN_EXPLAINED("Explained a query of a return"),
    RETURN_DOWNLOADED("Downloaded a return"),
    RETURN_REMOVED("Removed a return"),
    RETURNS_DRAWN("Drew the statutory returns from the record"),
    INDEX_CHANGED("Changed the index"),
    SMALL_NUMBERS_CHANGED("Changed what small numbers are hidden"),
    COMMENTARY_WRITTEN("Wrote a commentary"),
    RATING_OVERRIDDEN("Overrode a rating"),
    REPORT_ISSUED("Issued a report"),
    DOCUMENT_DOWNLOADED("Downloaded a document"),
    PEOPLE_SEARCHED("Searched for people"),
    ACCOUNT_CHANGED("Changed an account"),
    PERSON_SEEN("Looked at a person"),
    RECORD_SEEN("Looked at a record"),
    RECORD_ADDED("Added a record"),
    RECORD_CHANGED("Changed a record"),
    RECORD_MOVED("Decided on a record"),
    RECORD_WITHDRAWN("Withdrew a record or restored one"),
    ATTACHMENT_DOWNLOADED("Downloaded an attachment"),
    PEOPLE_MERGED("Merged two records of one person"),
    MERGE_UNDONE("Undid a merge of two records"),
    ENTRY_MOVED("Moved an entry to another person’s file"),
    IDENTITY_SEALED("Sealed a new identity, or changed who knows of it"),
    SEALED_IDENTITY_SEEN("Looked at a sealed identity"),
    STORY_PRINTED("Opened a child’s story to print"),
    AGENCY_REFERRAL_SENT("Sent a referral for an agency"),
    AGENCY_REFERRAL_SEEN("Looked at a referral from an agency"),
    AGENCY_REFERRAL_TAKEN("Took a referral from an agency as a contact"),
    AGENCY_ASKED("Asked an agency for what it knows"),
    AGENCY_REQUEST_SEEN("Looked at a request to an agency"),
    AGENCY_ANSWERED("Answered for an agency"),
    SHARED_LISTED("Listed as somebody of whom something is shared with an agency"),
    SHARED_SEEN("Looked at what is shared with an agency"),
    NIGHT_LIST_MADE("Listed in a list for when systems fail"),
    SHARED_WITH_NHS("Told the NHS of a plan or looked-after status"),
    REFUSED_BY_NHS("The NHS refused what it was told"),
    CPIS_SEEN("Listed as somebody of whom the NHS could not be told"),
    RETENTION_SEEN("Listed as somebody whose record has been kept its time"),
    RETENTION_SET("Set how long records are kept"),
    HOLD_SET("Held a record, so that it is not destroyed"),
    HOLD_LIFTED("Lifted a hold"),
    DESTRUCTION_PROPOSED("Proposed to destroy a record"),
    DESTRUCTION_REFUSED("Refused to destroy a record"),
    RECORD_DESTROYED("Destroyed a record"),
    MIRROR_IMPORTED("Imported what the present system holds"),
    MIRROR_FINDINGS_ACCEPTED("Accepted what the return’s rules found in what the present system holds"),
    AREA_CUT_OVER("Cut a service area over to the record"),
    CUT_OVER_TAKEN_BACK("Took the cut-over of a service area back"),
    MIRROR_MATCHED("Decided who a child of the present system is"),
    GLASS_BROKEN("Opened a file without being allocated"),
    GLASS_REVIEWED("Reviewed an opening of a file"),
    PRACTICE_SET("Set a local clock or who decides"),
    WORK_SEEN("Looked at a list of work"),
    PERSON_LOG_DOWNLOADED("Downloaded the log of one person"),
    CHAIN_VERIFIED("Verified the audit log"),
    DEMO_ENDED("Switched the demo accounts off");

    private final String label;

    Action(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
