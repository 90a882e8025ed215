package org.goldenthread.app.search;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.goldenthread.app.access.Viewer;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.audit.Action;
import org.goldenthread.app.audit.AuditLog;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds children in the mirrors of the present system, which are not the record, within the rights of whoever searches. */
@Service
class MirrorSearch {

    static final int MOST = 20;

    private final JdbcClient jdbc;
    private final Viewers viewers;
    private final AuditLog audit;

    MirrorSearch(JdbcClient jdbc, Viewers viewers, AuditLog audit) {
        this.jdbc = jdbc;
        this.viewers = viewers;
        this.audit = audit;
    }

    /** Children of the mirrors who are nobody of the record yet, by number, name or date of birth. */
    @Transactional
    List<FoundInMirror> find(String words) {
        if (words.isBlank()) {
            return List.of();
        }
        List<FoundInMirror> found = jdbc.sql("select * from search_mirror(?, ?)")
                .params(words, MOST)
                .query((row, number) -> new FoundInMirror(
                        area(row.getString("area")),
                        row.getString("number"),
                        (row.getString("given_name") + " " + row.getString("family_name")).strip(),
                        row.getObject("born", LocalDate.class),
                        row.getObject("as_at", LocalDate.class)))
                .list();
        if (!found.isEmpty()) {
            Viewer viewer = viewers.getViewer();
            audit.add(
                    viewer.account(),
                    viewer.role().label(),
                    Action.PEOPLE_SEARCHED,
                    words,
                    found.size() + " of the present system shown");
        }
        return found;
    }

    /** Of these people, those of whom a mirror that is not the record yet tells more, with its day; the policies leave out whom the searcher may not see. */
    @Transactional(readOnly = true)
    Map<UUID, LocalDate> listMirrored(List<UUID> people) {
        Map<UUID, LocalDate> mirrored = new HashMap<>();
        jdbc.sql("select p.person, max(m.as_at) from mirror_person p join mirror m using (area)"
                        + " where p.person = any (?) and m.cut_over_at is null group by p.person")
                .param(people.toArray(UUID[]::new))
                .query(row -> {
                    mirrored.put(row.getObject(1, UUID.class), row.getObject(2, LocalDate.class));
                });
        return mirrored;
    }

    private static String area(String name) {
        return name.toLowerCase(Locale.UK).replace('_', ' ');
    }
}
