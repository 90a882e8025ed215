package org.goldenthread.app.access;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The partner agencies: the council sees all of them, and a partner its own alone. */
@Repository
public class Agencies {

    private final JdbcClient jdbc;
    private final Viewers viewers;

    Agencies(JdbcClient jdbc, Viewers viewers) {
        this.jdbc = jdbc;
        this.viewers = viewers;
    }

    public List<Agency> list() {
        return jdbc.sql("select id, name, sector from agency order by name")
                .query((row, number) -> new Agency(
                        row.getString("id"), row.getString("name"), Agency.Sector.valueOf(row.getString("sector"))))
                .list();
    }

    public Optional<Agency> find(String id) {
        return list().stream().filter(agency -> agency.id().equals(id)).findFirst();
    }

    /** The agency of the partner who is signed in; empty where their account is tied to none. */
    public Optional<Agency> findOwn() {
        viewers.require(Right.ACT_FOR_AGENCY);
        return list().stream().findFirst();
    }

    boolean add(Agency agency) {
        return jdbc.sql("""
                        insert into agency (id, name, sector, added_at, added_by)
                        values (?, ?, ?, acting_at(), acting_account()) on conflict do nothing
                        """)
                        .params(agency.id(), agency.name(), agency.sector().name())
                        .update()
                == 1;
    }
}
