package org.goldenthread.returns.correct;

import static org.goldenthread.returns.check.ssda903.Ssda903Field.CIN;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.DEC;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.DECOM;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.DOB;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.HOME_POST;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.LS;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.PLACE;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.PLACE_PROVIDER;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.PL_DISTANCE;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.PL_LA;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.PL_LOCATION;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.PL_POST;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.REASON_PLACE_CHANGE;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.REC;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.REVIEW_CODE;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.RNE;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.SEX;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.URN;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.goldenthread.returns.check.Days;
import org.goldenthread.returns.check.Field;
import org.goldenthread.returns.check.Row;
import org.goldenthread.returns.check.ssda903.ChildFile;
import org.goldenthread.returns.check.ssda903.Providers;
import org.goldenthread.returns.check.ssda903.Providers.Provider;
import org.goldenthread.returns.check.ssda903.Ssda903Table;

/**
 * What a child's data and Ofsted's list of providers imply where a rule fails.
 *
 * <p>Dates, legal status and participation in reviews say what happened to a child, so they are never offered in bulk: somebody has to
 * look at the child.
 */
final class LookedAfterSuggestions {
    private static final DateTimeFormatter SLASHED = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})(?:[T ].*)?");
    private static final Set<Field> NEVER_IN_BULK = Set.of(LS, REVIEW_CODE);
    private static final String MOVED_ON = "X1";
    private static final List<Field> CARRIED_OVER = List.of(DECOM, RNE, LS, CIN, PLACE, PLACE_PROVIDER, URN);

    private final ChildFile child;
    private final Map<Row, RowId> ids;
    private final Map<Ssda903Table, ShownTable> tables;
    private final Set<RowId> wrongRows;
    private final Set<String> wrongFields;
    private final List<Suggestion> found = new ArrayList<>();

    /** @param ids of this year's rows of the child */
    LookedAfterSuggestions(
            ChildFile child, Map<Row, RowId> ids, List<Problem> problems, Map<Ssda903Table, ShownTable> tables) {
        this.child = child;
        this.ids = ids;
        this.tables = tables;
        this.wrongRows = new HashSet<>();
        this.wrongFields = new HashSet<>();
        for (Problem problem : problems) {
            RowId row = problem.row();
            if (row != null) {
                wrongRows.add(row);
                problem.fields().forEach(field -> wrongFields.add(row + " " + field));
            }
        }
    }

    List<Suggestion> list() {
        for (Ssda903Table table : Ssda903Table.values()) {
            for (Row row : child.rows(table)) {
                spelling(table, row);
                birthday(table, row);
            }
        }
        List<Row> episodes = child.episodes();
        for (int place = 0; place < episodes.size(); place++) {
            Row episode = episodes.get(place);
            provider(episode);
            if (place + 1 < episodes.size()) {
                end(episode, episodes.get(place + 1));
            }
            if (place > 0) {
                placeChange(episodes.get(place - 1));
            }
        }
        carriedOver();
        return found;
    }

    /** The first episode, where last year's return ended with an open one: it is the same episode, and what it had then stays. */
    private void carriedOver() {
        Row last = ChildFile.latest(child.lastYear(Ssda903Table.EPISODES), DECOM, row -> true);
        Row first = ChildFile.earliest(child.rows(Ssda903Table.EPISODES), DECOM, row -> true);
        if (last == null || first == null || last.isDate(DEC)) {
            return;
        }
        for (Field field : CARRIED_OVER) {
            if (isWrong(first, field)) {
                asLastYear(last, first, field);
            }
        }
        if (isWrong(first, PL_LA) || isWrong(first, PL_DISTANCE) || isWrong(first, PL_LOCATION)) {
            asLastYear(last, first, PL_POST);
            asLastYear(last, first, HOME_POST);
        }
    }

    /** Never in bulk: it may have been last year's return that was wrong. */
    private void asLastYear(Row last, Row first, Field field) {
        RowId id = ids.get(first);
        String before = last.textOrEmpty(field);
        if (id == null || before.equals(first.textOrEmpty(field))) {
            return;
        }
        String why = before.isEmpty()
                ? "The episode that was open at the end of last year's return has none."
                : "The episode that was open at the end of last year's return has " + before + ".";
        found.add(new Suggestion(
                child.id(), new Change.Edited(id, field.name(), first.written(field), before), why, false, 1));
    }

    /** What is meant is plain and only its form is wrong: a date with the year first, a space too many, an old code of sex. */
    private void spelling(Ssda903Table table, Row row) {
        ShownTable shown = tables.get(table);
        if (shown == null) {
            return;
        }
        for (Field field : table.fileFields()) {
            int place = shown.place(field.name());
            if (place < 0 || row.isBlank(field) || !isWrong(row, field)) {
                continue;
            }
            ShownField known = shown.fields().get(place);
            String text = row.textOrEmpty(field);
            if (known.date() && row.isBadDate(field)) {
                String turned = turned(text);
                if (!turned.isEmpty()) {
                    add(row, field, turned, "The return wants the day first: " + turned + ".");
                }
            } else if (!known.codes().isEmpty() && !known.codes().containsKey(text)) {
                String code = text.strip();
                if (field.equals(SEX)) {
                    code = code.equals("1") ? "M" : code.equals("2") ? "F" : code;
                }
                if (!code.equals(text) && known.codes().containsKey(code)) {
                    add(row, field, code, "The code of " + known.codes().get(code) + " is " + code + " in this year.");
                }
            }
        }
    }

    private static String turned(String text) {
        Matcher matcher = YEAR_FIRST.matcher(text.strip());
        return matcher.matches() ? matcher.group(3) + "/" + matcher.group(2) + "/" + matcher.group(1) : "";
    }

    /** The header's date of birth, where another table has a different one. */
    private void birthday(Ssda903Table table, Row row) {
        LocalDate born = child.born();
        if (table != Ssda903Table.HEADER
                && born != null
                && isWrong(row, DOB)
                && table.position(DOB) >= 0
                && !born.equals(row.date(DOB))) {
            add(row, DOB, SLASHED.format(born), "It is the date of birth in the Header.");
        }
    }

    private void provider(Row episode) {
        Providers providers = child.facts().providers();
        RowId id = ids.get(episode);
        if (providers == null || id == null || !wrongRows.contains(id)) {
            return;
        }
        List<Provider> registered = providers.list(episode.textOrEmpty(URN)).stream()
                .filter(known -> isOpen(known, episode))
                .toList();
        if (registered.isEmpty()) {
            number(episode, providers);
            return;
        }
        Set<String> places =
                registered.stream().flatMap(known -> known.places().stream()).collect(Collectors.toSet());
        only(episode, PLACE, places, "Ofsted's list has " + episode.textOrEmpty(URN) + " as placement type ");
        Set<String> codes = registered.stream()
                .flatMap(known -> known.providerCodes().stream())
                .collect(Collectors.toSet());
        only(episode, PLACE_PROVIDER, codes, "Ofsted's list has " + episode.textOrEmpty(URN) + " as provider ");
        Set<String> postcodes = registered.stream()
                .map(Provider::postcode)
                .filter(postcode -> !postcode.isEmpty())
                .map(LookedAfterSuggestions::spaced)
                .collect(Collectors.toSet());
        // A foster carer lives elsewhere than at the agency's address, which is what the list has.
        if (!episode.textOrEmpty(PLACE).startsWith("U")) {
            only(episode, PL_POST, postcodes, "Ofsted's list has " + episode.textOrEmpty(URN) + " at ");
        }
    }

    private void only(Row episode, Field field, Set<String> values, String why) {
        if (values.size() == 1 && isWrong(episode, field)) {
            String value = values.iterator().next();
            if (!value.equals(episode.textOrEmpty(field))) {
                add(episode, field, value, why + value + ".");
            }
        }
    }

    /** The one provider at the placement's postcode that may be used for such a placement. */
    private void number(Row episode, Providers providers) {
        if (!isWrong(episode, URN) || episode.isBlank(PL_POST)) {
            return;
        }
        Set<String> urns = providers.listAt(episode.textOrEmpty(PL_POST)).stream()
                .filter(known -> known.places().contains(episode.textOrEmpty(PLACE)) && isOpen(known, episode))
                .map(Provider::urn)
                .collect(Collectors.toSet());
        only(
                episode,
                URN,
                urns,
                "Ofsted's list has one provider at " + episode.textOrEmpty(PL_POST) + " for placement type "
                        + episode.textOrEmpty(PLACE) + ": ");
    }

    /** Whether the registration had not ended when the placement began. */
    private static boolean isOpen(Provider known, Row episode) {
        LocalDate end = known.end();
        return end == null || !Days.isBefore(end, episode.date(DECOM));
    }

    private static String spaced(String postcode) {
        int split = postcode.length() - 3;
        return split < 2 ? postcode : postcode.substring(0, split) + " " + postcode.substring(split);
    }

    /** An episode ends when the next begins. */
    private void end(Row episode, Row next) {
        LocalDate begun = next.date(DECOM);
        LocalDate itsOwn = episode.date(DECOM);
        if (begun == null || itsOwn == null || begun.isBefore(itsOwn)) {
            return;
        }
        boolean sameDay = Days.isSame(episode.date(DEC), begun);
        if (!sameDay && (isWrong(episode, DEC) || isWrong(next, DECOM))) {
            add(episode, DEC, SLASHED.format(begun), "The next episode begins on " + SLASHED.format(begun) + ".");
        }
        if (sameDay && episode.isBlank(REC) && isWrong(episode, REC)) {
            add(episode, REC, MOVED_ON, "The next episode begins on the day that this one ceases.");
        }
    }

    /** A reason for a change of placement, where the placement did not change. */
    private void placeChange(Row episode) {
        if (episode.isFilled(REASON_PLACE_CHANGE) && isWrong(episode, REASON_PLACE_CHANGE)) {
            add(episode, REASON_PLACE_CHANGE, "", "The next episode does not begin with a change of placement.");
        }
    }

    private boolean isWrong(Row row, Field field) {
        return wrongFields.contains(ids.get(row) + " " + field.name());
    }

    private void add(Row row, Field field, String after, String why) {
        RowId id = ids.get(row);
        if (id == null) {
            return;
        }
        boolean bulk = !NEVER_IN_BULK.contains(field) && !isDate(row, field);
        found.add(new Suggestion(
                child.id(), new Change.Edited(id, field.name(), row.written(field), after), why, bulk, 1));
    }

    private boolean isDate(Row row, Field field) {
        ShownTable shown = tables.get((Ssda903Table) row.table());
        int place = shown == null ? -1 : shown.place(field.name());
        return shown == null || place < 0 || shown.fields().get(place).date();
    }
}
