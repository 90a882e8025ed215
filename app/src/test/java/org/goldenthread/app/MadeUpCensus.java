package org.goldenthread.app;

/** Small censuses of made-up children. */
final class MadeUpCensus {

    private MadeUpCensus() {}

    /** The whole way from a referral to the end of a child protection plan, which steps down to a child in need plan that lasts. */
    static final String WHOLE_WAY = """
            <CINdetails><CINreferralDate>2023-05-10</CINreferralDate><ReferralSource>1B</ReferralSource><PrimaryNeedCode>N1</PrimaryNeedCode>
              <ReferralNFA>0</ReferralNFA>
              <Assessments><AssessmentActualStartDate>2023-05-11</AssessmentActualStartDate>
                <AssessmentAuthorisationDate>2023-06-20</AssessmentAuthorisationDate>
                <FactorsIdentifiedAtAssessment><AssessmentFactors>1A</AssessmentFactors><AssessmentFactors>4B</AssessmentFactors>
                </FactorsIdentifiedAtAssessment></Assessments>
              <CINPlanDates><CINPlanStartDate>2024-01-10</CINPlanStartDate></CINPlanDates>
              <Section47><S47ActualStartDate>2023-06-21</S47ActualStartDate><InitialCPCtarget>2023-07-12</InitialCPCtarget>
                <DateOfInitialCPC>2023-07-05</DateOfInitialCPC><ICPCnotRequired>0</ICPCnotRequired></Section47>
              <ChildProtectionPlans><CPPstartDate>2023-07-05</CPPstartDate><CPPendDate>2024-01-10</CPPendDate>
                <InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse><LatestCategoryOfAbuse>EMO</LatestCategoryOfAbuse>
                <NumberOfPreviousCPP>0</NumberOfPreviousCPP>
                <Reviews><CPPreviewDate>2023-10-02</CPPreviewDate></Reviews><Reviews><CPPreviewDate>2024-01-10</CPPreviewDate></Reviews>
              </ChildProtectionPlans></CINdetails>""";

    static final String NO_FURTHER_ACTION = """
            <CINdetails><CINreferralDate>2023-09-01</CINreferralDate><ReferralSource>5A</ReferralSource><ReferralNFA>1</ReferralNFA></CINdetails>""";

    static String census(String... children) {
        return """
                <Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2024</Year>
                <ReferenceDate>2024-03-31</ReferenceDate></CollectionDetails><Source><SourceLevel>L</SourceLevel><LEA>999</LEA>
                <SoftwareCode>Made up</SoftwareCode><Release>1</Release><SerialNo>001</SerialNo><DateTime>2024-04-01T10:00:00</DateTime>
                </Source></Header><Children>""" + String.join("\n", children) + "</Children></Message>";
    }

    static String child(String number, String born, String gender, String upn, String cases) {
        return child(
                number,
                (upn.isEmpty() ? "<UPNunknown>UN7</UPNunknown>" : "<UPN>" + upn + "</UPN>") + "<PersonBirthDate>" + born
                        + "</PersonBirthDate><GenderCurrent>" + gender + "</GenderCurrent>",
                cases);
    }

    static String unborn(String number, String expected, String cases) {
        return child(
                number,
                "<UPNunknown>UN7</UPNunknown><ExpectedPersonBirthDate>" + expected
                        + "</ExpectedPersonBirthDate><GenderCurrent>0</GenderCurrent>",
                cases);
    }

    private static String child(String number, String rest, String cases) {
        return "<Child><ChildIdentifiers><LAchildID>" + number + "</LAchildID>" + rest
                + "</ChildIdentifiers><ChildCharacteristics><Ethnicity>WBRI</Ethnicity><Disabilities><Disability>NONE</Disability>"
                + "</Disabilities></ChildCharacteristics>" + cases + "</Child>";
    }
}
