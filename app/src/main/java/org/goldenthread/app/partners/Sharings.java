package org.goldenthread.app.partners;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.goldenthread.app.access.Viewer;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.audit.Action;
import org.goldenthread.app.audit.AuditLog;
import org.goldenthread.app.records.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What is shared with agencies, from both sides: the database decides what holds. */
@Repository
class Sharings {

    private final JdbcClient jdbc;
    private final Viewers viewers;
    private final AuditLog audit;

    Sharings(JdbcClient jdbc, Viewers viewers, AuditLog audit) {
        this.jdbc = jdbc;
        this.viewers = viewers;
        this.audit = audit;
    }

    /**
     * Something that is shared with the agency of whoever is signed in.
     *
     * @param ended the first day on which it no longer is; null where none is set
     */
    record Shared(
            UUID id,
            UUID person,
            String child,
            @Nullable LocalDate born,
            String kind,
            String purpose,
            String basis,
            LocalDate started,
            @Nullable LocalDate ended,
            String post) {}

    List<Shared> listShared() {
        return jdbc.sql("select * from shared_with_my_agency() order by started desc, child, id")
                .query((row, number) -> new Shared(
                        row.getObject("id", UUID.class),
                        row.getObject("person", UUID.class),
                        row.getString("child"),
                        row.getObject("born", LocalDate.class),
                        row.getString("kind"),
                        row.getString("purpose"),
                        row.getString("basis"),
                        row.getObject("started", LocalDate.class),
                        row.getObject("ended", LocalDate.class),
                        row.getString("post")))
                .list();
    }

    /** The whole of it, as columns of its record; the look is kept with it. Empty where it is not shared, or no longer. */
    @Transactional
    Optional<String> open(Shared shared) {
        Viewer viewer = viewers.getViewer();
        log(viewer, Action.SHARED_SEEN, shared);
        return jdbc.sql("select open_shared(?, ?)::text as words")
                .params(shared.id(), viewer.post())
                .query((row, number) -> Optional.ofNullable(row.getString("words")))
                .single();
    }

    /** That somebody's name was listed. */
    void logListed(List<Shared> shown) {
        Viewer viewer = viewers.getViewer();
        shown.forEach(each -> log(viewer, Action.SHARED_LISTED, each));
    }

    private void log(Viewer viewer, Action action, Shared shared) {
        audit.add(
                viewer.account(),
                viewer.role().label(),
                action,
                shared.person().toString(),
                "agency-sharing " + shared.id());
    }

    /** Which of a child's sharings hold today. */
    Set<UUID> listHolding(UUID person) {
        return new HashSet<>(jdbc.sql("select sharings_that_hold(?)")
                .param(person)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list());
    }

    /** Who looked at each of a child's sharings and when, the latest first. */
    Map<UUID, List<String>> listLooks(UUID person) {
        Map<UUID, List<String>> looks = new HashMap<>();
        jdbc.sql("""
                        select l.sharing, l.at, l.post from agency_look l join agency_sharing s on s.id = l.sharing
                        where s.person = ? order by l.at desc, l.id desc
                        """)
                .param(person)
                .query((row, number) -> looks.computeIfAbsent(
                                row.getObject("sharing", UUID.class), unused -> new ArrayList<>())
                        .add(row.getString("post") + ", "
                                + Words.moment(row.getObject("at", OffsetDateTime.class)
                                        .toInstant())))
                .list();
        return looks;
    }

    /** Whether the words of a version may be shared: none of them is an address that must not be disclosed. */
    boolean mayShareWords(UUID person, String kind, UUID record, int version) {
        return jdbc.sql("select may_share_words(?, ?, ?, ?)")
                .params(person, kind, record, version)
                .query(Boolean.class)
                .single();
    }

    /** The kinds of record that may be shared, by their tables. */
    Set<String> listKinds() {
        return new HashSet<>(
                jdbc.sql("select kept from may_be_shared").query(String.class).list());
    }
}
