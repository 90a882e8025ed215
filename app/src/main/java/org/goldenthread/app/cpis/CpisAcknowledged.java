package org.goldenthread.app.cpis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an acknowledgement says of each plan that its file told.
 *
 * <p>Where a record stands is written as an XPath whose form is not published, so that the number of a record, of the file or of the answer, is
 * taken from it where there is one; besides, a record that was not taken comes back whole. What neither tells is unclear, and is told again.
 */
final class CpisAcknowledged {

    private static final Pattern RECORD = Pattern.compile("\\brecord'?]?\\[([0-9]{1,7})]");
    private static final Pattern MESSAGE = Pattern.compile("\\bmessage'?]?\\[([0-9]{1,7})]");

    private final CpisMessage.Acknowledgement said;
    private final List<CpisLedger.Row> told;
    /** By row, with the code; empty where none is known. */
    private final Map<Long, String> refused = new HashMap<>();

    private final Set<Long> accepted = new HashSet<>();

    private CpisAcknowledged(CpisMessage.Acknowledgement said, List<CpisLedger.Row> told) {
        this.said = said;
        this.told = told;
    }

    /** What became of one row. */
    record Said(CpisLedger.Row row, CpisOutcome outcome, String code) {}

    static List<Said> of(CpisMessage.Acknowledgement said, List<CpisLedger.Row> told) {
        String refusal = said.fileCodes().stream()
                .filter(CpisCodes::refusesTheFile)
                .findFirst()
                .orElse("");
        if (!refusal.isEmpty()) {
            return told.stream()
                    .map(row -> new Said(row, CpisOutcome.REFUSED, refusal))
                    .toList();
        }
        CpisAcknowledged each = new CpisAcknowledged(said, told);
        each.readReturned();
        each.readDetails();
        return each.all();
    }

    private void readReturned() {
        for (CpisMessage.Returned record : said.records()) {
            for (CpisLedger.Row row : rowsOf(record)) {
                if (record.valid()) {
                    accepted.add(row.id());
                } else {
                    refused.putIfAbsent(row.id(), "");
                }
            }
        }
    }

    private List<CpisLedger.Row> rowsOf(CpisMessage.Returned record) {
        List<CpisLedger.Row> under = told.stream()
                .filter(row ->
                        record.nhsNumbers().contains(row.told().plan().subject().nhsNumber()))
                .toList();
        List<CpisLedger.Row> same = under.stream()
                .filter(row -> record.plans().stream()
                        .anyMatch(plan -> is(plan, row.told().plan())))
                .toList();
        return same.isEmpty() ? under : same;
    }

    private static boolean is(CpisMessage.ReturnedPlan returned, CpisPlan plan) {
        return returned.kind() == plan.kind() && plan.start().equals(returned.start());
    }

    private void readDetails() {
        List<String> placeless = new ArrayList<>();
        for (CpisMessage.Detail detail : said.details()) {
            String code = detail.further().isEmpty() ? detail.code() : detail.code() + " " + detail.further();
            List<CpisLedger.Row> rows = rowsAt(detail.location());
            if (rows.isEmpty() && !detail.code().equals(CpisCodes.RECORD_TAKEN)) {
                placeless.add(code);
            }
            for (CpisLedger.Row row : rows) {
                if (detail.code().equals(CpisCodes.RECORD_TAKEN)) {
                    accepted.add(row.id());
                } else {
                    refused.put(row.id(), code);
                }
            }
        }
        // One reason without a place and one record that came back belong to each other.
        Set<Integer> without = new HashSet<>();
        told.stream()
                .filter(row -> refused.getOrDefault(row.id(), "-").isEmpty())
                .forEach(row -> without.add(row.told().place()));
        if (placeless.size() == 1 && without.size() == 1) {
            refused.replaceAll((row, code) -> code.isEmpty() ? placeless.getFirst() : code);
        }
    }

    private List<CpisLedger.Row> rowsAt(String location) {
        Matcher message = MESSAGE.matcher(location);
        if (message.find()) {
            int place = Integer.parseInt(message.group(1));
            return place < 1 || place > said.records().size()
                    ? List.of()
                    : rowsOf(said.records().get(place - 1));
        }
        Matcher record = RECORD.matcher(location);
        return record.find()
                ? told.stream()
                        .filter(row -> row.told().place() == Integer.parseInt(record.group(1)))
                        .toList()
                : List.of();
    }

    private List<Said> all() {
        long placesRefused = told.stream()
                .filter(row -> refused.containsKey(row.id()))
                .map(row -> row.told().place())
                .distinct()
                .count();
        // Whatever is not named was taken, where the file was taken whole or as many were named as it says that there
        // are.
        boolean othersTaken = placesRefused == said.failed()
                && said.fileCodes().stream()
                        .anyMatch(code -> code.equals(CpisCodes.ALL) || code.equals(CpisCodes.SOME));
        return told.stream()
                .map(row -> {
                    String code = refused.get(row.id());
                    if (code != null) {
                        return new Said(row, CpisOutcome.REFUSED, code);
                    }
                    boolean taken = othersTaken || accepted.contains(row.id());
                    return new Said(row, taken ? CpisOutcome.ACCEPTED : CpisOutcome.UNCLEAR, "");
                })
                .toList();
    }
}
