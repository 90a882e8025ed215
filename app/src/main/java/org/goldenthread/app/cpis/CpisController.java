package org.goldenthread.app.cpis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewer;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.audit.Action;
import org.goldenthread.app.audit.AuditLog;
import org.goldenthread.app.database.AsSystem;
import org.goldenthread.app.records.Words;
import org.goldenthread.app.web.Pages;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** What the NHS was told, and whose number must be put right before it can be. */
@Controller
class CpisController {

    private static final int SENDINGS_SHOWN = 14;
    private static final int ANSWERS_SHOWN = 30;

    private final Pages pages;
    private final CpisStatuses statuses;
    private final CpisSendings sendings;
    private final CpisAnswers answers;
    private final CpisLedger ledger;
    private final JdbcClient jdbc;
    private final Viewers viewers;
    private final AuditLog audit;

    CpisController(
            Pages pages,
            CpisStatuses statuses,
            CpisSendings sendings,
            CpisAnswers answers,
            CpisLedger ledger,
            JdbcClient jdbc,
            Viewers viewers,
            AuditLog audit) {
        this.pages = pages;
        this.statuses = statuses;
        this.sendings = sendings;
        this.answers = answers;
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.viewers = viewers;
        this.audit = audit;
    }

    @GetMapping("/cp-is")
    View show() {
        Viewer viewer = viewers.require(Right.SEE_CPIS);
        CpisStatuses.Drawn drawn = statuses.draw();
        List<Problem> problems = new ArrayList<>();
        drawn.lacking()
                .forEach(each ->
                        problems.add(new Problem(each.person(), each.kind().label(), each.problem())));
        AsSystem.call(ledger::refusedLast)
                .forEach(each -> problems.add(new Problem(
                        each.person(), each.kind().label(), "Refused by the NHS: " + CpisCodes.words(each.code()))));
        answers.peopleToCheck().stream()
                .filter(person ->
                        problems.stream().noneMatch(each -> each.person().equals(person)))
                .forEach(person -> problems.add(new Problem(
                        person, "NHS number", "The NHS questions it; whoever works with the child is to check it")));
        CpisProperties settings = sendings.settings();
        return pages.of("cp-is", "Sent to the NHS")
                .with(new CpisPage(
                        settings.missing(),
                        set(settings),
                        Words.time(settings.at()),
                        Arrays.stream(CpisKind.values())
                                .map(kind -> count(drawn.entries(), kind))
                                .toList(),
                        lines(),
                        answers.list(ANSWERS_SHOWN).stream()
                                .map(CpisController::line)
                                .toList(),
                        children(viewer, problems)));
    }

    /** What is set, without what nobody needs to see. */
    private static List<CpisPage.Setting> set(CpisProperties settings) {
        List<CpisPage.Setting> set = new ArrayList<>();
        set.add(new CpisPage.Setting("Council", (settings.organisationName() + " " + settings.organisation()).strip()));
        set.add(new CpisPage.Setting("Telephone in office hours", settings.officePhone()));
        set.add(new CpisPage.Setting("Emergency duty team", settings.dutyPhone()));
        set.add(
                settings.outbox().isBlank()
                        ? new CpisPage.Setting("Sent to", settings.endpoint())
                        : new CpisPage.Setting(
                                "Sent by MESH",
                                settings.mailbox() + " to " + settings.nhsMailbox() + ", workflow "
                                        + settings.workflow()));
        set.add(new CpisPage.Setting("Workflows of answers", String.join(", ", settings.listAnswerWorkflows())));
        return set;
    }

    private List<CpisPage.Line> lines() {
        List<CpisSendings.Sending> shown = sendings.list(SENDINGS_SHOWN);
        List<CpisLedger.Tally> tally = AsSystem.call(() -> ledger.tally(shown.stream()
                .map(CpisSendings.Sending::file)
                .flatMap(Stream::ofNullable)
                .toList()));
        return shown.stream().map(each -> line(each, tally)).toList();
    }

    private static CpisPage.Count count(List<CpisEntry> entries, CpisKind kind) {
        return new CpisPage.Count(
                kind.label(),
                entries.stream()
                        .filter(each -> each.kind() == kind && each.end() == null)
                        .count(),
                entries.stream()
                        .filter(each -> each.kind() == kind && each.end() != null)
                        .count());
    }

    private CpisPage.Line line(CpisSendings.Sending sending, List<CpisLedger.Tally> tally) {
        Long file = sending.file();
        return new CpisPage.Line(
                Words.moment(sending.began()),
                file == null ? "None" : file.toString(),
                sending.whole() ? "Everything" : "Changes",
                sending.told(),
                sending.removed(),
                sending.unchanged(),
                sending.lacking(),
                outcome(sending),
                file == null || !sending.done() ? "" : answered(file, tally));
    }

    private static String outcome(CpisSendings.Sending sending) {
        if (!sending.done()) {
            return sending.ended() == null ? "Under way, or cut off" : "Stopped. " + sending.problem();
        }
        if (sending.refused() > 0) {
            return "Done; " + sending.refused() + " were refused";
        }
        return sending.told() + sending.removed() == 0 ? "Nothing had to be told" : "Handed over";
    }

    private String answered(long file, List<CpisLedger.Tally> tally) {
        String code = answers.codeOf(file).orElse("");
        if (code.isEmpty()) {
            return "Not yet";
        }
        Map<CpisOutcome, Integer> plans = new EnumMap<>(CpisOutcome.class);
        tally.stream().filter(each -> each.file() == file).forEach(each -> plans.put(each.outcome(), each.plans()));
        int unclear = plans.getOrDefault(CpisOutcome.UNCLEAR, 0);
        return fileWords(code) + ". " + plans.getOrDefault(CpisOutcome.ACCEPTED, 0) + " accepted, "
                + plans.getOrDefault(CpisOutcome.REFUSED, 0) + " refused"
                + (unclear == 0 ? "" : ", " + unclear + " unclear and sent again");
    }

    private static String fileWords(String code) {
        String words = code.equals("MESH") ? "not delivered by MESH" : CpisCodes.words(code);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static CpisPage.Answered line(CpisAnswers.Answer answer) {
        String file = answer.file() == null || answer.file() < 0 ? "" : " of file " + answer.file();
        String what = switch (answer.kind()) {
            case "ACKNOWLEDGEMENT" -> "Acknowledgement" + file;
            case "ACCESS" -> "Looks at CP-IS: " + answer.told();
            case "INACTIVE_NUMBER" -> "NHS numbers no longer in use: " + answer.told();
            case "NOT_DELIVERED" -> "MESH could not deliver" + file.replace(" of", "");
            default -> "Could not be read";
        };
        String said = answer.kind().equals("ACKNOWLEDGEMENT") ? fileWords(answer.code()) : "";
        return new CpisPage.Answered(
                Words.moment(answer.at()),
                what,
                Stream.of(said, answer.problem())
                        .filter(each -> !each.isEmpty())
                        .collect(Collectors.joining(". ")));
    }

    private record Problem(UUID person, String kind, String problem) {}

    /** Named by the council's number alone; of a restricted file it is said whom to ask. That each child is listed is logged first. */
    private List<CpisPage.Child> children(Viewer viewer, List<Problem> problems) {
        problems.forEach(each -> audit.add(
                viewer.account(),
                viewer.role().label(),
                Action.CPIS_SEEN,
                each.person().toString(),
                each.problem()));
        Map<UUID, String> numbers = new HashMap<>();
        Map<UUID, String> asks = new HashMap<>();
        AsSystem.run(() -> jdbc.sql("""
                        select p.id, p.local_number, r.ask from person p
                        left join lateral (select r.ask from restriction r
                            where r.person = p.id and r.ended is null and not r.withdrawn limit 1) r on true
                        where p.id = any (?)
                        """)
                .param(problems.stream().map(Problem::person).toArray(UUID[]::new))
                .query(row -> {
                    UUID person = row.getObject("id", UUID.class);
                    numbers.put(person, row.getString("local_number"));
                    if (row.getString("ask") != null) {
                        asks.put(person, row.getString("ask"));
                    }
                }));
        List<CpisPage.Child> children = new ArrayList<>();
        for (Problem each : problems) {
            String ask = asks.get(each.person());
            String number = ask == null
                    ? numbers.getOrDefault(each.person(), "No longer on record")
                    : "Restricted record. Ask: " + ask;
            boolean linked = ask == null && numbers.containsKey(each.person()) && viewer.may(Right.SEE_RECORDS);
            children.add(new CpisPage.Child(
                    number, linked ? "/people/" + each.person() : null, each.kind(), each.problem()));
        }
        return children;
    }
}
