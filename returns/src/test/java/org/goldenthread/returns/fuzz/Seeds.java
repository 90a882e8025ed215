package org.goldenthread.returns.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Small sound files to damage. All of it is made up. */
final class Seeds {
    static final Map<String, String> SSDA903 = Map.of(
            "header.csv",
            "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\nA101,1,07/05/2010,WBRI,UN1,,\nA102,2,01/02/2006,BAFR,A850728973744,1,03/04/2023\n",
            "episodes.csv",
            "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\nA101,03/04/2022,S,V2,N1,U6,PR1,05/06/2022,X1,CHILD,FM1 1AA,FM2 2BB,1234567\nA101,05/06/2022,P,V2,N1,U4,PR1,,,,FM1 1AA,FM2 2BC,1234568\nA102,01/01/2020,S,E1,N8,A3,PR0,,,,FM1 1AD,FM3 3BB,XXXXXXX\n",
            "reviews.csv",
            "CHILD,DOB,REVIEW,REVIEW_CODE\nA101,07/05/2010,01/05/2022,PN1\nA102,01/02/2006,11/11/2022,PN5\n",
            "uasc.csv",
            "CHILD,SEX,DOB,DUC\nA102,2,01/02/2006,01/02/2024\n",
            "missing.csv",
            "CHILD,DOB,MISSING,MIS_START,MIS_END\nA101,07/05/2010,M,02/07/2022,03/07/2022\n",
            "prev.csv",
            "CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM\nA101,07/05/2010,P1,399,zz/02/2015\n",
            "swe.csv",
            "CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON\nA101,07/05/2010,SW12345678,01/04/2022,01/06/2022,MANAGE\n");

    static final String SSDA903_XML = """
            <EXPSSDA903>
            <CHILD>
            <HEADER>
            <CHILDID>A201</CHILDID>
            <UPN>A850728973744</UPN>
            <SEX>1</SEX>
            <DOB>07/05/2010</DOB>
            <ETHNIC>WBRI</ETHNIC>
            <UASC/>
            <DUC>08/05/2028</DUC>
            <DATE_INT>09/01/2022</DATE_INT>
            <NB_ADOPTR>2</NB_ADOPTR>
            <IN_TOUCH>YES</IN_TOUCH>
            <AMISSING>
            <MISSING>M</MISSING>
            <MIS_START>02/07/2022</MIS_START>
            </AMISSING>
            <AREVIEW>
            <REVIEW>11/11/2022</REVIEW>
            <REVIEW_CODE>PN3</REVIEW_CODE>
            </AREVIEW>
            <PERMANENCE>
            <PREV_PERM>P1</PREV_PERM>
            </PERMANENCE>
            <OC2>
            <SDQ_SCORE>17</SDQ_SCORE>
            <CONVICTED>0</CONVICTED>
            </OC2>
            <AD_PLACED>
            <DATE_PLACED>10/02/2022</DATE_PLACED>
            </AD_PLACED>
            </HEADER>
            <EPISODE>
            <DECOM>03/04/2022</DECOM>
            <RNE>S</RNE>
            <PL>U6</PL>
            <PL_POST>fm2 2bb</PL_POST>
            <URN>1234567</URN>
            </EPISODE>
            </CHILD>
            <CHILD>
            <HEADER>
            <CHILDID>A202</CHILDID>
            <SEX>2</SEX>
            </HEADER>
            </CHILD>
            </EXPSSDA903>
            """;

    static final String CENSUS = """
            <Message>
            <Header>
            <CollectionDetails>
            <Collection>CIN</Collection>
            <Year>2025</Year>
            <ReferenceDate>2025-03-31</ReferenceDate>
            </CollectionDetails>
            <Source>
            <LEA>399</LEA>
            <SerialNo>007</SerialNo>
            </Source>
            </Header>
            <Children>
            <Child>
            <ChildIdentifiers>
            <LAchildID>B301</LAchildID>
            <UPN>A850728973744</UPN>
            <PersonBirthDate>2012-05-07</PersonBirthDate>
            <Sex>F</Sex>
            </ChildIdentifiers>
            <ChildCharacteristics>
            <Ethnicity>WBRI</Ethnicity>
            <Disabilities>
            <Disability>AUT</Disability>
            </Disabilities>
            </ChildCharacteristics>
            <CINdetails>
            <CINreferralDate>2024-06-03</CINreferralDate>
            <ReferralSource>6</ReferralSource>
            <PrimaryNeedCode>N1</PrimaryNeedCode>
            <Assessments>
            <AssessmentActualStartDate>2024-06-04</AssessmentActualStartDate>
            <AssessmentAuthorisationDate>2024-07-05</AssessmentAuthorisationDate>
            <FactorsIdentifiedAtAssessment>
            <AssessmentFactors>1C</AssessmentFactors>
            <AssessmentFactors>3B</AssessmentFactors>
            </FactorsIdentifiedAtAssessment>
            </Assessments>
            <CINPlanDates>
            <CINPlanStartDate>2024-08-01</CINPlanStartDate>
            </CINPlanDates>
            <Section47>
            <S47ActualStartDate>2024-09-02</S47ActualStartDate>
            <DateOfInitialCPC>2024-09-20</DateOfInitialCPC>
            <ICPCnotRequired>false</ICPCnotRequired>
            </Section47>
            <ChildProtectionPlans>
            <CPPstartDate>2024-09-21</CPPstartDate>
            <InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse>
            <NumberOfPreviousCPP>0</NumberOfPreviousCPP>
            <Reviews>
            <CPPreviewDate>2024-12-01</CPPreviewDate>
            </Reviews>
            </ChildProtectionPlans>
            <ReferralNFA>0</ReferralNFA>
            </CINdetails>
            </Child>
            <Child>
            <ChildIdentifiers>
            <LAchildID>B302</LAchildID>
            </ChildIdentifiers>
            <ChildCharacteristics>
            <Ethnicity>BCRB</Ethnicity>
            </ChildCharacteristics>
            </Child>
            </Children>
            </Message>
            """;

    static final String POSTCODES =
            "postcode,easting,northing,laua,utla\nFM11AA,520532,175905,E09000399,E09000399\nFM2 2BB,513447.5,169655,E07000111,E10000399\nfm33bb,,,S12000033,\n";

    static final String SSD_VISITS =
            "cinv_cin_visit_id,cinv_person_id,cinv_cin_visit_date\nv1,A101,01/05/2023\nv2,A102,2023-05-02\n";

    static final String COUNTS =
            "measure,month,value,note\nfootfall,2024-03,12,\nfootfall,2024-04,\"1,204\",late\nvisits,2024-03,n/a,\n";

    static final String POPULATION =
            "la_code,mid_year,age_from,age_to,population,population_source\n399,2023,0,0,1204,made up\n399,2023,1,4,5110,made up\n";

    /** Cells of a sheet of providers as a spreadsheet program would store them, row by row. */
    static final String PROVIDERS = """
            <row r="1"><c r="A1" t="inlineStr"><is><t>URN</t></is></c><c r="B1" t="inlineStr"><is><t>Placement code</t></is></c>\
            <c r="C1" t="inlineStr"><is><t>Placement provider code</t></is></c><c r="D1" t="inlineStr"><is><t>Closed date</t></is></c>\
            <c r="E1" t="inlineStr"><is><t>Setting address postcode</t></is></c></row>
            <row r="2"><c r="A2"><v>1234567</v></c><c r="B2" t="inlineStr"><is><t>U6,U4</t></is></c>\
            <c r="C2" t="inlineStr"><is><t>PR1</t></is></c><c r="D2"><v>45382</v></c><c r="E2" t="inlineStr"><is><t>FM2 2BB</t></is></c></row>
            <row r="3"><c r="A3" t="inlineStr"><is><t>SC01</t></is></c><c r="B3" t="inlineStr"><is><t>K2</t></is></c>\
            <c r="C3" t="inlineStr"><is><t>PR4</t></is></c><c r="E3" t="inlineStr"><is><t>FM3 3BB</t></is></c></row>""";

    /** Cells of the first list of Annex A, contacts, and what makes a list known. */
    static final String ANNEX_A = """
            <row r="1"><c r="A1" t="inlineStr"><is><t>Child Unique ID</t></is></c><c r="B1" t="inlineStr"><is><t>Gender</t></is></c>\
            <c r="C1" t="inlineStr"><is><t>Ethnicity</t></is></c><c r="D1" t="inlineStr"><is><t>Date of Birth</t></is></c>\
            <c r="E1" t="inlineStr"><is><t>Age of Child (Years)</t></is></c><c r="F1" t="inlineStr"><is><t>Date of Contact</t></is></c>\
            <c r="G1" t="inlineStr"><is><t>Contact Source</t></is></c></row>
            <row r="2"><c r="A2" t="inlineStr"><is><t>A101</t></is></c><c r="D2"><v>40305</v></c><c r="F2"><v>45292</v></c>\
            <c r="G2" t="inlineStr"><is><t>6</t></is></c></row>
            <row r="3"><c r="A3" t="inlineStr"><is><t>A102</t></is></c><c r="F3" t="inlineStr"><is><t>03/01/2024</t></is></c></row>""";

    private Seeds() {}

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A workbook with the one sheet. */
    static List<Archives.Entry> workbook(String rows) {
        String main = "application/vnd.openxmlformats-officedocument.spreadsheetml";
        String relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        String inside = "http://schemas.openxmlformats.org/package/2006/relationships";
        String sheets = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        return List.of(
                Archives.Entry.of(
                        "[Content_Types].xml",
                        "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                                + "<Default Extension='xml' ContentType='application/xml'/>"
                                + "<Override PartName='/xl/workbook.xml' ContentType='" + main + ".sheet.main+xml'/>"
                                + "<Override PartName='/xl/worksheets/sheet1.xml' ContentType='" + main
                                + ".worksheet+xml'/></Types>"),
                Archives.Entry.of(
                        "_rels/.rels",
                        "<Relationships xmlns='" + inside + "'><Relationship Id='rId1' Type='" + relations
                                + "/officeDocument' Target='xl/workbook.xml'/></Relationships>"),
                Archives.Entry.of(
                        "xl/workbook.xml",
                        "<workbook xmlns='" + sheets + "' xmlns:r='" + relations
                                + "'><sheets><sheet name='List 1' sheetId='1' r:id='rId1'/></sheets></workbook>"),
                Archives.Entry.of(
                        "xl/_rels/workbook.xml.rels",
                        "<Relationships xmlns='" + inside + "'><Relationship Id='rId1' Type='" + relations
                                + "/worksheet' Target='worksheets/sheet1.xml'/></Relationships>"),
                Archives.Entry.of(
                        "xl/worksheets/sheet1.xml",
                        "<worksheet xmlns='" + sheets + "'><sheetData>\n" + rows + "\n</sheetData></worksheet>"));
    }
}
