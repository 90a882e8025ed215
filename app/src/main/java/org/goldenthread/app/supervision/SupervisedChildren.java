package org.goldenthread.app.supervision;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The children whose worker’s work may be talked over: one’s own, and, for whoever allocates, the team’s. */
@Repository
class SupervisedChildren {

    /** A session about more children than this would be about none of them. */
    private static final int MOST = 500;

    private final JdbcClient jdbc;

    SupervisedChildren(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param allocation that of the child’s worker, which a supervision record follows */
    record Child(UUID person, UUID allocation, String name, String worker) {}

    List<Child> list(Viewer viewer) {
        String whose = viewer.may(Right.ALLOCATE)
                ? "a.team in (select m.team from team_member m where m.account = acting_account())"
                : "a.account = acting_account()";
        return jdbc
                .sql("""
                        select distinct on (p.id) p.id, a.id allocation,
                            concat_ws(' ', coalesce(nullif(btrim(p.known_as), ''), nullif(p.given_name, '')), nullif(p.family_name, '')) name,
                            coalesce((select c.post from team_posts(a.team) c where c.account = a.account), '') worker
                        from allocation a join person p on p.id = a.person
                        where a.ended is null and not a.withdrawn and a.duty = 'ALLOCATED_WORKER' and
                        """ + whose + " order by p.id, a.started desc limit " + MOST)
                .query((row, number) -> new Child(
                        row.getObject("id", UUID.class),
                        row.getObject("allocation", UUID.class),
                        row.getString("name").isBlank() ? "Name not known" : row.getString("name"),
                        row.getString("worker")))
                .list()
                .stream()
                .sorted(Comparator.comparing(Child::name))
                .toList();
    }
}
