package org.goldenthread.app.search;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewer;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.audit.Action;
import org.goldenthread.app.audit.AuditLog;
import org.goldenthread.app.database.AsSystem;
import org.goldenthread.app.database.Outage;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds people by whatever is known of them. Each search is in the audit log before anything of it is shown. */
@Service
public class PersonSearch {

    public static final int PAGE_SIZE = 20;

    /** Of more people than this a search lists these best ones, and says that there are more. */
    public static final int MOST = 300;

    static final int LONGEST = 200;
    private static final int LAST_PAGE = MOST / PAGE_SIZE;

    private final JdbcClient jdbc;
    private final Viewers viewers;
    private final AuditLog audit;

    PersonSearch(JdbcClient jdbc, Viewers viewers, AuditLog audit) {
        this.jdbc = jdbc;
        this.viewers = viewers;
        this.audit = audit;
    }

    /**
     * People whom the person signed in may be told of, best first: by parts of names, sounds, short forms, dates of birth, identifiers,
     * addresses, or several of them together.
     *
     * @param page from 1
     */
    @Transactional
    public FoundPeople find(String words, int page) {
        Viewer viewer = viewers.require(Right.SEARCH_PEOPLE);
        String asked = plain(words);
        int shown = Math.clamp(page, 1, LAST_PAGE);
        if (asked.isEmpty()) {
            return new FoundPeople("", List.of(), List.of(), 1, false, false);
        }
        // One more than is shown tells whether there is another page.
        List<Found> all = answered(() -> jdbc.sql("select * from search_people(:words, :size, :skip)")
                .param("words", asked)
                .param("size", PAGE_SIZE + 1)
                .param("skip", (shown - 1) * PAGE_SIZE)
                .query((row, number) -> new Found(
                        shown(row),
                        texts(row.getArray("matched")).map(Match::read).toList(),
                        row.getDouble("score")))
                .list());
        List<Found> restricted = all.stream()
                .filter(found -> found.shown().standing() == Standing.RESTRICTED)
                .toList();
        List<Found> people = all.stream()
                .filter(found -> found.shown().standing() != Standing.RESTRICTED)
                .toList();
        boolean further = people.size() > PAGE_SIZE;
        FoundPeople found = new FoundPeople(
                asked,
                restricted,
                people.stream().limit(PAGE_SIZE).toList(),
                shown,
                further && shown < LAST_PAGE,
                further && shown == LAST_PAGE);
        audit.add(
                viewer.account(),
                viewer.role().label(),
                Action.PEOPLE_SEARCHED,
                asked,
                "page " + shown + ", " + found.people().size() + " shown"
                        + (restricted.isEmpty() ? "" : ", " + restricted.size() + " restricted"));
        return found;
    }

    /**
     * Who on record may be the person described: looked for among everybody, whatever the person signed in may see, and shown as far
     * as they may see. The strongest come first.
     */
    @Transactional
    public List<PossibleDuplicate> listPossibleDuplicates(Described who) {
        Viewer viewer = viewers.require(Right.SEARCH_PEOPLE);
        List<PossibleDuplicate> duplicates = answered(() -> jdbc.sql(
                        "select * from possible_duplicates(:given, :family, :born::date, :expected::date, :nhs, :upn, :postcode)")
                .param("given", plain(who.givenName()))
                .param("family", plain(who.familyName()))
                .param("born", who.born())
                .param("expected", who.expected())
                .param("nhs", plain(who.nhsNumber()))
                .param("upn", plain(who.upn()))
                .param("postcode", plain(who.postcode()))
                .query((row, number) -> new PossibleDuplicate(
                        shown(row),
                        PossibleDuplicate.Strength.valueOf(row.getString("strength")),
                        texts(row.getArray("reasons"))
                                .map(PossibleDuplicate.Reason::valueOf)
                                .toList()))
                .list());
        audit.add(
                viewer.account(),
                viewer.role().label(),
                Action.PEOPLE_SEARCHED,
                Stream.of(
                                who.givenName(),
                                who.familyName(),
                                who.born(),
                                who.expected(),
                                who.nhsNumber(),
                                who.upn(),
                                who.postcode())
                        .filter(Objects::nonNull)
                        .map(Object::toString)
                        .map(PersonSearch::plain)
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(" ")),
                "possible duplicates, " + duplicates.size() + " shown");
        return duplicates;
    }

    /** Forgets the words that no name has any more, as after an erasure. Returns how many. */
    public int forgetUnusedWords() {
        return AsSystem.call(() ->
                jdbc.sql("select sweep_search_words()").query(Integer.class).single());
    }

    /** Without what cannot be typed, and no longer than a search reads. */
    private static String plain(String words) {
        String text = words.replaceAll("\\p{Cntrl}+", " ").strip();
        return text.length() > LONGEST ? text.substring(0, LONGEST).strip() : text;
    }

    private static <T> T answered(Supplier<T> question) {
        try {
            return question.get();
        } catch (DataAccessException problem) {
            // That the database is away holds nothing that was typed, and is said otherwise.
            if (Outage.of(problem) != null) {
                throw problem;
            }
            throw new SearchProblem(
                    problem.getMostSpecificCause() instanceof SQLException cause
                            ? String.valueOf(cause.getSQLState())
                            : "unknown");
        }
    }

    private static Shown shown(ResultSet row) throws SQLException {
        return new Shown(
                row.getObject("person", UUID.class),
                Standing.valueOf(row.getString("standing")),
                text(row, "given_name"),
                text(row, "family_name"),
                text(row, "known_as"),
                row.getObject("born", LocalDate.class),
                row.getObject("expected", LocalDate.class),
                text(row, "sex"),
                text(row, "local_number"),
                text(row, "place"),
                text(row, "worker"),
                text(row, "ask"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "");
    }

    private static Stream<String> texts(@Nullable Array array) throws SQLException {
        return array == null ? Stream.empty() : Arrays.stream((String[]) array.getArray());
    }
}
