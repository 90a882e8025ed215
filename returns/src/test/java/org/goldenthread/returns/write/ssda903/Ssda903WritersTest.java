package org.goldenthread.returns.write.ssda903;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.goldenthread.returns.SharedFolder;
import org.goldenthread.returns.check.Refusal;
import org.goldenthread.returns.check.ssda903.Ssda903Rows;
import org.goldenthread.returns.check.ssda903.Ssda903Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.SAXException;

class Ssda903WritersTest {
    @TempDir
    Path folder;

    @Test
    void what_is_written_as_csv_is_read_again_with_its_commas_quotes_and_blanks() throws IOException {
        Ssda903Tables content = Ssda903Tables.of(Map.of(
                Ssda903Table.HEADER,
                List.of(
                        List.of("O'NEIL, \"KIT\"", "M", "29/02/2024", "WBRI", "UN4", "", ""),
                        List.of(" ", "", "", "", "", "", ""),
                        List.of("TWO  SPACES", "F", "31/03/2024", "", "", "1", "01/04/2023")),
                Ssda903Table.UASC,
                List.of()));

        List<Path> files = Ssda903CsvWriter.write(content, folder);

        assertThat(files)
                .extracting(file -> String.valueOf(file.getFileName()))
                .containsExactly("header.csv", "uasc.csv");
        assertThat(Files.readString(files.getFirst()))
                .startsWith(
                        "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\r\n\"O'NEIL, \"\"KIT\"\"\",M,29/02/2024,WBRI,UN4,,\r\n")
                .endsWith("TWO  SPACES,F,31/03/2024,,,1,01/04/2023\r\n");
        Ssda903Rows read = Ssda903Rows.read(List.of(folder));
        assertThat(read.refusals()).isEmpty();
        assertThat(read.tables()).containsExactlyInAnyOrder(Ssda903Table.HEADER, Ssda903Table.UASC);
        assertThat(WrittenRows.of(read)).isEqualTo(counted(content));
    }

    @Test
    void a_clean_return_of_each_year_fits_the_overlay_and_is_read_back_whole() throws IOException, SAXException {
        for (int year = 2021; year <= 2027; year++) {
            CleanReturn clean =
                    CleanReturn.of(year < 2025 ? "1" : "F", year < 2025 ? "P2" : "K3", year < 2022 ? "F3" : "F5");
            if (year >= 2024) {
                clean.add(
                        Ssda903Table.SW_EPISODES,
                        "B200",
                        "29/02/2004",
                        "SW0000001",
                        "05/05/2020",
                        "06/06/2020",
                        "MANAGE");
                clean.add(Ssda903Table.SW_EPISODES, "B200", "29/02/2004", "XXFAIRMEAD1", "06/06/2020", "", "");
            }
            if (year == 2027) {
                clean.add(Ssda903Table.DOLO, "A'1-100", "01/02/2010", "01/05/2026", "01/06/2026");
                clean.add(Ssda903Table.DOLO, "A'1-100", "01/02/2010", "02/06/2026", "");
            }
            byte[] xml = written(clean.tables(), year, List.of());

            validate(Ssda903Schemas.find(year).orElseThrow(), xml);
            assertThat(WrittenRows.read(saved(xml))).as("%d", year).isEqualTo(counted(clean.tables()));
        }
        assertThat(Ssda903Schemas.find(2020)).isEmpty();
    }

    @Test
    void a_return_of_2021_fits_the_schema_that_the_department_published() throws IOException, SAXException {
        Path published = SharedFolder.file("data/ssda903/CLA.xsd");
        Schema schema =
                SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(published.toFile());

        validate(schema, written(CleanReturn.of("1", "P2", "F3").tables(), 2021, List.of()));
    }

    @Test
    void dates_are_written_with_two_digits_for_day_and_month_and_what_is_no_date_as_it_is() throws IOException {
        Ssda903Tables content = CleanReturn.of("1", "P2", "F3")
                .add(
                        Ssda903Table.EPISODES,
                        "B200",
                        "1/3/2021",
                        "S",
                        "C2",
                        "N1",
                        "A3",
                        "",
                        "31/02/2021",
                        "",
                        "",
                        "",
                        "",
                        "")
                .tables();

        String xml = new String(written(content, 2021, List.of()), StandardCharsets.UTF_8);

        assertThat(xml).contains("<DECOM>01/03/2021</DECOM>").contains("<DEC>31/02/2021</DEC>");
    }

    @Test
    void what_xml_has_no_place_for_is_told_row_by_row() throws IOException {
        CleanReturn clean = CleanReturn.of("1", "P2", "F3");
        Ssda903Tables content = clean.add(Ssda903Table.HEADER, "B200", "2", "29/02/2004", "WBRI", "UN1", "", "")
                .add(Ssda903Table.HEADER, "", "2", "29/02/2004", "WBRI", "UN1", "", "")
                .add(Ssda903Table.REVIEWS, "C300", "01/01/2010", "01/05/2020", "PN1")
                .add(Ssda903Table.REVIEWS, "", "01/01/2010", "01/05/2020", "PN1")
                .add(Ssda903Table.REVIEWS, "B200", "28/02/2004", "01/05/2020", "PN\u00001")
                .add(Ssda903Table.OC3, "B200", "29/02/2004", "NO", "0", "0")
                .add(Ssda903Table.AD1, "B200", "29/02/2004", "", "", "", "2", "MF", "L11")
                .add(Ssda903Table.DOLO, "B200", "29/02/2004", "01/05/2020", "")
                .tables();
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        List<Refusal> refusals = Ssda903XmlWriter.write(content, 2021, out);

        assertThat(refusals)
                .extracting(refusal -> refusal.file() + ":" + refusal.line() + " " + refusal.problem())
                .containsExactly(
                        "header.csv:4 Header row 3: The child has a row of the Header already, and XML has one for a child; the"
                                + " row was left out.",
                        "header.csv:5 Header row 4: The child has no identifier, by which XML puts rows together; the row was"
                                + " left out.",
                        "reviews.csv:4 Reviews row 3: The child is not in the Header, and XML has a row only within a child; it"
                                + " was left out.",
                        "reviews.csv:5 Reviews row 4: The row names no child, so XML has no place for it; it was left out.",
                        "reviews.csv:6 Reviews row 5: It has another DOB than the child's row of the Header, which alone XML"
                                + " has; the row was written without it.",
                        "oc3.csv:3 OC3 row 2: XML has one row of OC3 for a child; this further one was left out.",
                        "ad1.csv:3 AD1 row 2: The row says nothing that XML would show it by; it was left out.",
                        "DoLo.csv:2 DoLo row 1: The return of that year has no DoLo, so the row was left out.",
                        "reviews.csv:6 Reviews row 5: REVIEW_CODE holds a control character, which XML cannot hold; the value"
                                + " was left out.");
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("<REVIEW_CODE/>")
                .doesNotContain("C300");
    }

    @Test
    void a_row_of_another_width_than_its_table_is_not_taken() {
        assertThatThrownBy(() -> Ssda903Tables.of(Map.of(Ssda903Table.REVIEWS, List.of(List.of("A")))))
                .hasMessage("A row of Reviews has 1 values, and the table 4 fields.");
    }

    @Test
    void the_sample_return_is_written_whole_as_csv_and_as_xml_but_for_what_is_told() throws IOException {
        Path sample = SharedFolder.file("data/ssda903/sample-return");
        Ssda903Rows rows = Ssda903Rows.read(List.of(sample));
        Ssda903Tables content = WrittenRows.tables(rows);

        Ssda903CsvWriter.write(content, folder);
        assertThat(WrittenRows.read(folder)).isEqualTo(WrittenRows.of(rows));

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Refusal> refusals = Ssda903XmlWriter.write(content, 2027, out);
        long leftOut = refusals.stream()
                .filter(refusal -> refusal.problem().endsWith("left out."))
                .count();
        assertThat(count(WrittenRows.read(saved(out.toByteArray()))) + leftOut).isEqualTo(count(WrittenRows.of(rows)));
    }

    @Test
    void the_sample_return_in_xml_is_written_as_it_was_read() throws IOException {
        Path sample = SharedFolder.file("data/ssda903/sample-return/fake_903.xml");

        byte[] xml = written(WrittenRows.tables(Ssda903Rows.read(List.of(sample))), 2018, List.of());

        assertThat(WrittenRows.read(saved(xml))).isEqualTo(WrittenRows.read(sample));
    }

    private static long count(Map<Ssda903Table, Map<List<String>, Long>> rows) {
        return rows.values().stream()
                .flatMap(table -> table.values().stream())
                .mapToLong(Long::longValue)
                .sum();
    }

    private static byte[] written(Ssda903Tables content, int year, List<Refusal> refused) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(Ssda903XmlWriter.write(content, year, out)).isEqualTo(refused);
        return out.toByteArray();
    }

    private Path saved(byte[] xml) throws IOException {
        return Files.write(folder.resolve("return.xml"), xml);
    }

    private static void validate(Schema schema, byte[] xml) throws SAXException, IOException {
        schema.newValidator().validate(new StreamSource(new ByteArrayInputStream(xml)));
    }

    private static Map<Ssda903Table, Map<List<String>, Long>> counted(Ssda903Tables content) {
        Map<Ssda903Table, Map<List<String>, Long>> counted = new EnumMap<>(Ssda903Table.class);
        for (Ssda903Table table : content.tables()) {
            for (List<String> row : content.rows(table)) {
                counted.computeIfAbsent(table, any -> new java.util.HashMap<>()).merge(row, 1L, Long::sum);
            }
        }
        return counted;
    }
}
