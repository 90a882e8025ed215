package org.goldenthread.app.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.goldenthread.app.RunningApplication;
import org.goldenthread.app.access.ActingAs;
import org.goldenthread.app.database.AsSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** The search as other modules use it. */
class PersonSearchTest {

    private static RunningApplication application;
    private static PersonSearch search;

    @BeforeAll
    static void start() {
        application = RunningApplication.empty(true);
        search = application.bean(PersonSearch.class);
        AsSystem.run(() -> application
                .bean(JdbcClient.class)
                .sql("""
                        insert into person (id, person, version, known_from, known_by, known_by_post, given_name, family_name, born, local_number,
                            created_by)
                        values (:id, :id, 1, now(), '', '', 'Rosalind', 'Featherstone', '2014-03-31', '1', 'maker')
                        """)
                .param("id", UUID.randomUUID())
                .update());
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void duplicatesAreListedWhateverIsNotKnown() {
        List<PossibleDuplicate> found =
                check(new Described("Ros", "Featherstone", LocalDate.of(2014, 3, 31), null, "", "", ""));
        assertThat(found).singleElement().satisfies(duplicate -> {
            assertThat(duplicate.strength()).isEqualTo(PossibleDuplicate.Strength.LIKELY);
            assertThat(duplicate.shown().standing()).isEqualTo(Standing.SEEN);
            assertThat(duplicate.shown().name()).isEqualTo("Rosalind Featherstone");
            assertThat(duplicate.why())
                    .isEqualTo("another form of the given name, the same family name, the same date of birth");
        });
        assertThat(check(new Described("Rosalind", "Featherstone", null, null, "", "", "")))
                .hasSize(1);
        assertThat(check(new Described("", "", null, LocalDate.of(2026, 1, 1), "", "", "")))
                .isEmpty();
        assertThat(check(new Described("", "", null, null, "", "", ""))).isEmpty();
        assertThat(auditedLast()).isEqualTo("Searched for people: 2026-01-01 (possible duplicates, 0 shown)");
    }

    @Test
    void whoeverMayNotSearchIsRefusedAndNothingIsLogged() {
        assertThatThrownBy(() -> ActingAs.call(application, "analyst", () -> search.find("rosalind refused", 1)))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(auditedLast()).doesNotContain("rosalind refused");
    }

    @Test
    void unusedWordsAreForgotten() {
        assertThat(search.forgetUnusedWords()).isNotNegative();
        assertThat(ActingAs.call(application, "front-door-worker", () -> search.find("rosalynd", 1))
                        .people())
                .hasSize(1);
    }

    private static List<PossibleDuplicate> check(Described who) {
        return ActingAs.call(application, "front-door-worker", () -> search.listPossibleDuplicates(who));
    }

    private static String auditedLast() {
        return ActingAs.call(
                application,
                "auditor",
                () -> application
                        .bean(JdbcClient.class)
                        .sql(
                                "select action || ': ' || subject || ' (' || detail || ')' from audit_log where action = 'Searched for people'"
                                        + " and subject like '20%' union all select '' order by 1 desc limit 1")
                        .query(String.class)
                        .single());
    }
}
