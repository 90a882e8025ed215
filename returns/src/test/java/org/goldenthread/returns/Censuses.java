package org.goldenthread.returns;

/** Census files written by hand. */
final class Censuses {
    private Censuses() {}

    static String of(int year, String... children) {
        return reaching(year, year + "-03-31", children);
    }

    static String reaching(int year, String reference, String... children) {
        return "<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>" + year
                + "</Year><ReferenceDate>" + reference + "</ReferenceDate></CollectionDetails>"
                + "<Source><LEA>399</LEA></Source></Header>\n<Children>\n" + String.join("\n", children)
                + "\n</Children></Message>\n";
    }

    static String child(String id, String born, String upn, String... details) {
        return "<Child><ChildIdentifiers><LAchildID>" + id + "</LAchildID>"
                + (upn.isEmpty() ? "<UPNunknown>UN1</UPNunknown>" : "<UPN>" + upn + "</UPN>")
                + "<PersonBirthDate>" + born + "</PersonBirthDate><GenderCurrent>1</GenderCurrent></ChildIdentifiers>"
                + "<ChildCharacteristics><Ethnicity>WBRI</Ethnicity></ChildCharacteristics>\n"
                + String.join("\n", details) + "</Child>";
    }

    static String referral(String date, String... parts) {
        return "<CINdetails><CINreferralDate>" + date + "</CINreferralDate><ReferralSource>6</ReferralSource>"
                + "<PrimaryNeedCode>N1</PrimaryNeedCode>" + String.join("", parts)
                + "<ReferralNFA>0</ReferralNFA></CINdetails>";
    }

    static String closed(String date, String reason) {
        return "<CINclosureDate>" + date + "</CINclosureDate><ReasonForClosure>" + reason + "</ReasonForClosure>";
    }

    static String assessment(String start, String authorised) {
        return "<Assessments><AssessmentActualStartDate>" + start + "</AssessmentActualStartDate>"
                + (authorised.isEmpty()
                        ? ""
                        : "<AssessmentAuthorisationDate>" + authorised + "</AssessmentAuthorisationDate>")
                + "<FactorsIdentifiedAtAssessment><AssessmentFactors>1C</AssessmentFactors>"
                + "<AssessmentFactors>3B</AssessmentFactors></FactorsIdentifiedAtAssessment></Assessments>";
    }

    static String enquiry(String start, String conference) {
        return "<Section47><S47ActualStartDate>" + start + "</S47ActualStartDate>"
                + (conference.isEmpty() ? "" : "<DateOfInitialCPC>" + conference + "</DateOfInitialCPC>")
                + "<ICPCnotRequired>" + (conference.isEmpty() ? "true" : "false") + "</ICPCnotRequired></Section47>";
    }

    static String protection(String start, String end, int previous, String... reviews) {
        StringBuilder days = new StringBuilder();
        for (String review : reviews) {
            days.append("<CPPreviewDate>").append(review).append("</CPPreviewDate>");
        }
        return "<ChildProtectionPlans><CPPstartDate>" + start + "</CPPstartDate>"
                + (end.isEmpty() ? "" : "<CPPendDate>" + end + "</CPPendDate>")
                + "<InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse><LatestCategoryOfAbuse>EMO</LatestCategoryOfAbuse>"
                + "<NumberOfPreviousCPP>" + previous + "</NumberOfPreviousCPP><Reviews>" + days
                + "</Reviews></ChildProtectionPlans>";
    }
}
