package org.goldenthread.app.cpis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The upload, element by element, against one written by hand; and what goes into it when. */
class CpisFileTest {

    private static final UUID SOMEBODY = UUID.fromString("00000000-0000-4000-8000-000000000001");
    /** Two in the morning of 3 June 2024 in England. */
    private static final Instant NOW = Instant.parse("2024-06-03T01:00:00Z");

    private static final LocalDate TODAY = LocalDate.of(2024, 6, 3);
    private static final CpisProperties COUNCIL = new CpisProperties(
            "933",
            "Made-up Council & Partners",
            "01632 960001",
            "+44 (1632) 960-002",
            1,
            "",
            "",
            "out",
            "in",
            "X26MADEUP",
            "X26NHSCPIS",
            "MADE_UP_UPLOAD",
            "MADE_UP_ANSWER",
            LocalTime.of(2, 0));

    private static final CpisSubject KERRA = subject("9990000018", "P1001", "Kerra", "Nance", "2015-09-09");
    private static final CpisSubject JORY = subject("9990000026", "P1002", "Jory", "Bolitho", "2012-02-03");
    private static final CpisSubject WENNA = subject("9990000034", "P1003", "Wenna", "Tregear", "2014-09-12");
    private static final CpisSubject DEMELZA = subject("9990000042", "P1004", "Demelza", "Rosewarne", "1995-04-01");
    private static final CpisSubject LAMORNA = subject("9990000050", "P1005", "Lamorna", "Teague", "2019-07-07");
    private static final CpisSubject MERRYN = subject("9990000069", "P1006", "Merryn", "Skewes", "2016-01-01");

    @Test
    void aFileIsWhatTheFormWantsElementByElement() throws Exception {
        List<CpisEntry> stands = List.of(
                entry("plan", CpisKind.CHILD_PROTECTION_PLAN, KERRA, "2024-03-01", null),
                entry("care", CpisKind.LOOKED_AFTER, JORY, "2024-01-10", null),
                entry("care-of-both", CpisKind.LOOKED_AFTER, WENNA, "2024-05-02", null),
                entry("plan-of-both", CpisKind.CHILD_PROTECTION_PLAN, WENNA, "2024-02-01", null),
                entry("plan-unborn", CpisKind.UNBORN_CHILD_PROTECTION_PLAN, DEMELZA, "2024-05-01", "2024-08-01"),
                entry("ended", CpisKind.CHILD_PROTECTION_PLAN, LAMORNA, "2023-06-14", "2024-04-30"));
        List<CpisTold> told = List.of(told(
                6,
                entry("in-error", CpisKind.LOOKED_AFTER, MERRYN, "2024-04-02", null)
                        .told(),
                CpisOutcome.ACCEPTED));

        CpisChanges changes = CpisChanges.find(stands, told, false, TODAY, NOW);

        assertThat(changes.told()).isEqualTo(6);
        assertThat(changes.takenBack()).isEqualTo(1);
        String written = new String(CpisFile.write(COUNCIL, 7, NOW, changes.records()), StandardCharsets.UTF_8);
        assertThat(written).isEqualTo(inOneLine(resource("upload.xml")));
        assertThat(COUNCIL.missing()).isEmpty();
    }

    /** A pregnant child who is looked after, whose unborn child has a plan: one record under her number, with both subjects. */
    @Test
    void aMotherWhoIsLookedAfterIsOneRecordWithHerUnbornChild() {
        List<CpisEntry> stands = List.of(
                entry("hers", CpisKind.LOOKED_AFTER, WENNA, "2024-05-02", null),
                entry("twin-1", CpisKind.UNBORN_CHILD_PROTECTION_PLAN, WENNA, "2024-05-03", "2024-08-01"),
                entry("twin-2", CpisKind.UNBORN_CHILD_PROTECTION_PLAN, WENNA, "2024-05-03", "2024-08-01"));
        List<List<CpisPlan>> records =
                CpisChanges.find(stands, List.of(), false, TODAY, NOW).records();
        assertThat(records).hasSize(2);
        assertThat(records.getFirst())
                .extracting(CpisPlan::kind)
                .containsExactly(CpisKind.UNBORN_CHILD_PROTECTION_PLAN, CpisKind.LOOKED_AFTER);
        String written = new String(CpisFile.write(COUNCIL, 1, NOW, records), StandardCharsets.UTF_8);
        assertThat(written.replaceAll("(?s).*?<(subject|/subject|CP-ISRecord|COCT_TP1451[^ />]*)>", "$1 "))
                .startsWith("CP-ISRecord subject COCT_TP145101GB01.Child /subject subject COCT_TP145100GB01.UnbornChild"
                        + " /subject CP-ISRecord subject COCT_TP145100GB01.UnbornChild");
    }

    @Test
    void whatStandsAsToldIsLeftOutAndWhatDoesNotGoesAgain() {
        CpisEntry plan = entry("plan", CpisKind.CHILD_PROTECTION_PLAN, KERRA, "2024-03-01", null);
        CpisEntry care = entry("care", CpisKind.LOOKED_AFTER, KERRA, "2024-05-01", null);
        CpisTold accepted = told(1, plan.told(), CpisOutcome.ACCEPTED);

        assertThat(find(List.of(plan), accepted).records()).isEmpty();
        assertThat(find(List.of(plan), accepted).unchanged()).isEqualTo(1);
        // Something new of a child takes along what stands.
        assertThat(find(List.of(plan, care), accepted).records()).hasSize(1);
        assertThat(find(List.of(plan, care), accepted).told()).isEqualTo(2);
        assertThat(find(List.of(plan), told(1, plan.told(), CpisOutcome.REFUSED))
                        .told())
                .isEqualTo(1);
        assertThat(find(List.of(plan), told(1, plan.told(), CpisOutcome.PENDING))
                        .told())
                .isEqualTo(1);
        assertThat(find(List.of(plan), told(1, plan.told(), CpisOutcome.UNCLEAR))
                        .told())
                .isEqualTo(1);
        // Not answered: waited for until the fifth day is over.
        assertThat(find(List.of(plan), sent(plan.told(), Duration.ofDays(5).minusMinutes(1)))
                        .records())
                .isEmpty();
        assertThat(find(List.of(plan), sent(plan.told(), Duration.ofDays(5))).told())
                .isEqualTo(1);
        // What the NHS may hold is taken back, known to have arrived or not; what it refused is not.
        assertThat(find(List.of(), told(1, plan.told(), CpisOutcome.PENDING)).takenBack())
                .isEqualTo(1);
        assertThat(find(List.of(), told(1, plan.told(), CpisOutcome.REFUSED)).records())
                .isEmpty();
        assertThat(find(List.of(), accepted, told(2, plan.told().takenBack(TODAY), CpisOutcome.ACCEPTED))
                        .records())
                .isEmpty();
        assertThat(find(List.of(), accepted, told(2, plan.told().takenBack(TODAY), CpisOutcome.REFUSED))
                        .takenBack())
                .isEqualTo(1);
    }

    /** The NHS is told a first day anew by taking the plan back and telling it again; a number that changed, each under its own. */
    @Test
    void aCorrectedFirstDayAndACorrectedNumberTakeBackWhatWasTold() {
        CpisTold told = told(
                1,
                entry("plan", CpisKind.CHILD_PROTECTION_PLAN, KERRA, "2024-03-01", null)
                        .told(),
                CpisOutcome.ACCEPTED);
        List<List<CpisPlan>> moved = find(
                        List.of(entry("plan", CpisKind.CHILD_PROTECTION_PLAN, KERRA, "2024-03-04", null)), told)
                .records();
        assertThat(moved).hasSize(2);
        assertThat(moved.getFirst().getFirst().deleted()).isEqualTo(TODAY);
        assertThat(moved.getFirst().getFirst().start()).isEqualTo(LocalDate.of(2024, 3, 1));
        assertThat(moved.getLast().getFirst().start()).isEqualTo(LocalDate.of(2024, 3, 4));

        CpisSubject renumbered = subject("9990000077", "P1001", "Kerra", "Nance", "2015-09-09");
        List<List<CpisPlan>> other = find(
                        List.of(entry("plan", CpisKind.CHILD_PROTECTION_PLAN, renumbered, "2024-03-01", null)), told)
                .records();
        assertThat(other.getFirst().getFirst().subject()).isEqualTo(KERRA);
        assertThat(other.getFirst().getFirst().isTakenBack()).isTrue();
        assertThat(other.getLast().getFirst().subject()).isEqualTo(renumbered);
        assertThat(other.getLast().getFirst().isTakenBack()).isFalse();
    }

    static byte[] resource(String name) throws IOException {
        try (InputStream stream = Objects.requireNonNull(CpisFileTest.class.getResourceAsStream(name))) {
            return stream.readAllBytes();
        }
    }

    private static String inOneLine(byte[] xml) {
        return new String(xml, StandardCharsets.UTF_8)
                .replaceAll("<!--.*?-->", "")
                .replaceAll(">\\s+<", "><")
                .strip();
    }

    private static CpisChanges find(List<CpisEntry> stands, CpisTold... told) {
        return CpisChanges.find(stands, List.of(told), false, TODAY, NOW);
    }

    private static CpisTold told(long file, CpisPlan plan, CpisOutcome outcome) {
        return new CpisTold(file, 1, plan, outcome, "", null);
    }

    private static CpisTold sent(CpisPlan plan, Duration ago) {
        return new CpisTold(1, 1, plan, CpisOutcome.SENT, "", NOW.minus(ago));
    }

    private static CpisSubject subject(String number, String local, String given, String family, String born) {
        return new CpisSubject(number, local, given, family, LocalDate.parse(born));
    }

    private static CpisEntry entry(String id, CpisKind kind, CpisSubject subject, String start, @Nullable String end) {
        LocalDate ended = end == null ? null : LocalDate.parse(end);
        return new CpisEntry(id, SOMEBODY, kind, subject, LocalDate.parse(start), ended, ended);
    }

    /** What each record of a list holds, for the tests of answers. */
    static List<CpisLedger.Row> rows(List<List<CpisPlan>> records) {
        List<CpisLedger.Row> rows = new ArrayList<>();
        for (int place = 1; place <= records.size(); place++) {
            for (CpisPlan plan : records.get(place - 1)) {
                rows.add(
                        new CpisLedger.Row(rows.size() + 1L, new CpisTold(41, place, plan, CpisOutcome.SENT, "", NOW)));
            }
        }
        return rows;
    }

    /** Two children, each with a plan and the first with care besides. */
    static List<CpisLedger.Row> twoChildren() {
        return rows(List.of(
                List.of(
                        entry("plan", CpisKind.CHILD_PROTECTION_PLAN, KERRA, "2024-03-01", null)
                                .told(),
                        entry("care", CpisKind.LOOKED_AFTER, KERRA, "2024-05-01", null)
                                .told()),
                List.of(entry("other", CpisKind.LOOKED_AFTER, JORY, "2024-01-10", null)
                        .told())));
    }
}
