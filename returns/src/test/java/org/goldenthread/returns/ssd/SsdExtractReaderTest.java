package org.goldenthread.returns.ssd;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.goldenthread.returns.IdentifierKind;
import org.goldenthread.returns.RecordingSink;
import org.goldenthread.snapshot.Coverage;
import org.goldenthread.snapshot.Finding;
import org.goldenthread.snapshot.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SsdExtractReaderTest {
    @TempDir
    Path folder;

    @Test
    void a_table_loads_by_its_headings_in_any_order() throws Exception {
        RecordingSink sink = read("ssd_contacts.csv", """
                cont_contact_date,CONT_CONTACT_ID,cont_person_id,cont_contact_source_code,local_extra
                2024-03-05 00:00:00.000,C1,P1,6,x
                05/03/2023,C2,P2,NULL,x
                not a day,C3,P3,6,x
                2024-03-06,,P4,6,x
                """);
        assertThat(sink.rows).hasSize(3);
        assertThat(sink.rows.getFirst().values().get("cont_contact_date")).isEqualTo(LocalDate.of(2024, 3, 5));
        assertThat(sink.rows.get(1).values().containsKey("cont_contact_source_code"))
                .isFalse();
        assertThat(sink.findingsOf(Severity.ERROR)).extracting(Finding::line).containsExactly(4, 5);
        assertThat(sink.findingsOf(Severity.WARNING))
                .singleElement()
                .satisfies(found -> assertThat(found.problem()).contains("cont_contact_outcome_json"));
        assertThat(sink.coverage)
                .containsExactly(new Coverage("ssd.ssd_contacts", LocalDate.of(2023, 3, 5), LocalDate.of(2024, 3, 6)));
    }

    @Test
    void names_and_numbers_of_a_person_are_told_apart_from_the_row() throws Exception {
        RecordingSink sink = read("ssd_person.csv", """
                pers_person_id,pers_forename,pers_common_child_id,pers_dob
                P1,Robin,9990000018,2010-02-28
                """);
        assertThat(sink.identifiers)
                .containsExactly(
                        new RecordingSink.Identifier("P1", IdentifierKind.NHS_NUMBER, "9990000018"),
                        new RecordingSink.Identifier("P1", IdentifierKind.FORENAME, "Robin"));
        assertThat(sink.findingsOf(Severity.WARNING))
                .extracting(Finding::problem)
                .anyMatch(problem -> problem.contains("which day it describes"));
    }

    @Test
    void a_table_without_its_key_or_with_an_unknown_name_is_refused() throws Exception {
        assertThat(read("ssd_contacts.csv", "cont_person_id\nP1\n").findings)
                .extracting(Finding::problem)
                .containsExactly("The file lacks the key cont_contact_id of ssd_contacts.");
        assertThat(read("contacts.csv", "cont_contact_id\n1\n").findings)
                .extracting(Finding::problem)
                .containsExactly("The file is not named after a table of the Standard Safeguarding Dataset.");
        assertThat(read("ssd_contacts.csv", "").findings)
                .extracting(Finding::severity)
                .containsExactly(Severity.ERROR);
    }

    private RecordingSink read(String name, String text) throws Exception {
        Path file = folder.resolve(name);
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        RecordingSink sink = new RecordingSink();
        SsdExtractReader.read(file, null, sink);
        return sink;
    }
}
