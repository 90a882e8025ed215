package org.goldenthread.app.moving;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.goldenthread.app.records.Duty;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who works with the children of the mirrors, and whom it was decided that they are here. */
@Repository
class MirrorWorkers {

    /** Of a role of which nothing is to be made. */
    static final String NO_DUTY = "NONE";

    /**
     * Each involvement with what was decided of it. One that lasts is now where the child has an open case in the area; a personal adviser works
     * with those who have left care. Of a case that is closed the present system has often forgotten to end it, and it must open no file.
     */
    private static final String INVOLVED = """
            select i.*, r.duty, w.decision, w.team as to_team, w.account, i.ended is null and (
                exists (select from mirror_fact f where f.area = i.area and f.number = i.number and f.kind = any (:cases) and f.lasts
                    and f.ended is null and not f.moves @> '[{"move": "no-further-action"}]')
                or (i.area = 'LOOKED_AFTER' and r.duty = 'PERSONAL_ADVISER')) as is_now,
                exists (select from mirror_person k where k.number = i.number and k.kept_back) as is_kept_back
            from mirror_involvement i join mirror_worker w on w.area = i.area and w.id = i.worker
            join mirror_worker_role r on r.area = i.area and r.role = i.role
            where i.area = :area
            """;

    private final JdbcClient jdbc;

    MirrorWorkers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was decided of the children of a worker. */
    enum Decision {
        WORKER,
        TEAM,
        NOBODY
    }

    /**
     * Whom a worker's children go to.
     *
     * @param decision null until somebody decides
     */
    record Whom(
            @Nullable Decision decision,
            @Nullable String team,
            @Nullable String account) {

        static final Whom UNDECIDED = new Whom(null, null, null);
        static final Whom NOBODY = new Whom(Decision.NOBODY, null, null);

        static Whom of(String team, @Nullable String account) {
            return new Whom(account == null ? Decision.TEAM : Decision.WORKER, team, account);
        }

        boolean isDecided() {
            return decision != null;
        }

        /** Whether allocations are made of it. */
        boolean isAllocated() {
            return team != null;
        }
    }

    /**
     * A worker, and whom their children go to.
     *
     * @param now how many children they work with, whose case is open
     * @param all how many children they ever worked with
     * @param teams what the present system calls their teams
     * @param allocated how many allocations a cut-over made of it
     */
    record Listed(
            Given.Worker worker, Whom whom, String decidedBy, int now, int all, List<String> teams, int allocated) {}

    /** What a role of the present system is; the duty is empty where that is not known. */
    record Role(String role, String duty, boolean decided, int rows) {}

    /**
     * An involvement of which an allocation may be made.
     *
     * @param ended null while it lasts
     */
    record Involved(
            int id,
            String number,
            String worker,
            String role,
            String reasonChanged,
            Duty duty,
            String team,
            @Nullable String account,
            LocalDate started,
            @Nullable LocalDate ended,
            String file,
            int line) {}

    /** What a refreshed mirror still knows. */
    record Decided(List<Listed> workers, List<Role> roles, List<String> keptBack) {}

    /** An allocation that a cut-over made. */
    record Made(int involvement, UUID record) {}

    void add(Area area, Given.Workers given) {
        for (Given.Worker each : given.workers()) {
            jdbc.sql(
                            "insert into mirror_worker (area, id, name, staff_number, registration, post, department) values (?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            area.name(),
                            each.id(),
                            each.name(),
                            each.staffNumber(),
                            each.registration(),
                            each.post(),
                            each.department())
                    .update();
        }
        given.involvements().stream()
                .map(Given.Involvement::role)
                .distinct()
                .forEach(role -> jdbc.sql("insert into mirror_worker_role (area, role, duty) values (?, ?, ?)")
                        .params(
                                area.name(),
                                role,
                                WorkerRoles.find(role).map(Duty::name).orElse(""))
                        .update());
        for (Given.Involvement each : given.involvements()) {
            jdbc.sql(
                            "insert into mirror_involvement (area, id, number, worker, role, team, started, ended, reason_changed, file, line)"
                                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(Arrays.asList(
                            area.name(),
                            each.id(),
                            each.number(),
                            each.worker(),
                            each.role(),
                            each.team(),
                            each.started(),
                            each.ended(),
                            each.reasonChanged(),
                            each.file(),
                            each.line()))
                    .update();
        }
    }

    Decided listDecided(Area area) {
        return new Decided(
                list(area).stream().filter(each -> each.whom().isDecided()).toList(),
                listRoles(area).stream().filter(Role::decided).toList(),
                listKeptBack(area));
    }

    /** The council's own ids of the children whom the cut-over does not allocate. */
    List<String> listKeptBack(Area area) {
        return jdbc.sql("select number from mirror_person where area = ? and kept_back order by number")
                .param(area.name())
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** @return those of the numbers that are no child's of the mirror */
    List<String> keepBack(Area area, List<String> numbers) {
        jdbc.sql("update mirror_person set kept_back = number = any (?) where area = ?")
                .params(numbers.toArray(String[]::new), area.name())
                .update();
        List<String> kept = listKeptBack(area);
        return numbers.stream().filter(number -> !kept.contains(number)).toList();
    }

    /** A worker who has another name or number now is to be decided on anew: the present system may have given the id to somebody else. */
    void restore(Area area, Decided before) {
        for (Listed each : before.workers()) {
            jdbc.sql("""
                            update mirror_worker set decision = ?, team = ?, account = ?, decided_by = ?
                            where area = ? and id = ? and name = ? and staff_number = ? and registration = ?
                            """)
                    .params(Arrays.asList(
                            String.valueOf(each.whom().decision()),
                            each.whom().team(),
                            each.whom().account(),
                            each.decidedBy(),
                            area.name(),
                            each.worker().id(),
                            each.worker().name(),
                            each.worker().staffNumber(),
                            each.worker().registration()))
                    .update();
        }
        before.roles().forEach(each -> setRole(area, each.role(), each.duty()));
        var unused = keepBack(area, before.keptBack());
    }

    void decide(Area area, String worker, Whom whom, String by) {
        jdbc.sql(
                        "update mirror_worker set decision = ?, team = ?, account = ?, decided_by = ? where area = ? and id = ?")
                .params(Arrays.asList(
                        whom.decision() == null ? "" : whom.decision().name(),
                        whom.team(),
                        whom.account(),
                        whom.decision() == null ? "" : by,
                        area.name(),
                        worker))
                .update();
    }

    /** @param duty of this system, {@link #NO_DUTY}, or empty where it is not known */
    void setRole(Area area, String role, String duty) {
        jdbc.sql("update mirror_worker_role set duty = ?, decided = true where area = ? and role = ?")
                .params(duty, area.name(), role)
                .update();
    }

    /** Those with the most children now first. */
    List<Listed> list(Area area) {
        return sql(area, """
                        with involved as (%s)
                        select w.*, count(distinct i.number) filter (where i.is_now) as children_now, count(distinct i.number) as children,
                            count(distinct i.record) as allocated,
                            coalesce(array_agg(distinct i.team) filter (where i.team <> '' and i.ended is null), '{}') as teams
                        from mirror_worker w left join involved i on i.worker = w.id where w.area = :area
                        group by w.area, w.id order by children_now desc, w.name, w.id
                        """).query((row, number) -> listed(row)).list();
    }

    private static Listed listed(ResultSet row) throws SQLException {
        String decision = row.getString("decision");
        return new Listed(
                new Given.Worker(
                        row.getString("id"),
                        row.getString("name"),
                        row.getString("staff_number"),
                        row.getString("registration"),
                        row.getString("post"),
                        row.getString("department")),
                new Whom(
                        decision.isEmpty() ? null : Decision.valueOf(decision),
                        row.getString("team"),
                        row.getString("account")),
                row.getString("decided_by"),
                row.getInt("children_now"),
                row.getInt("children"),
                List.of((String[]) row.getArray("teams").getArray()),
                row.getInt("allocated"));
    }

    List<Role> listRoles(Area area) {
        return jdbc.sql("""
                        select r.*, count(*) involvements from mirror_worker_role r join mirror_involvement i using (area, role)
                        where area = ? group by r.area, r.role order by count(*) desc, r.role
                        """)
                .param(area.name())
                .query((row, number) -> new Role(
                        row.getString("role"),
                        row.getString("duty"),
                        row.getBoolean("decided"),
                        row.getInt("involvements")))
                .list();
    }

    /** The council's own ids of the children with whom a worker works now. */
    List<String> listNumbers(Area area, String worker) {
        return sql(area, "select distinct number from (%s) i where i.is_now and i.worker = :worker order by 1")
                .param("worker", worker)
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** How many children now have a worker of whom it is not decided, or decided that nobody here is they; or are kept back. */
    int countLeft(Area area) {
        return sql(
                        area,
                        "select count(distinct number) from (%s) i where i.is_now and (i.decision not in ('WORKER', 'TEAM') or i.is_kept_back)")
                .query(Integer.class)
                .single();
    }

    /** Children who will be somebody's once the area is cut over. */
    List<String> listToAllocate(Area area) {
        return sql(
                        area,
                        "select distinct number from (%s) i where i.is_now and i.to_team is not null and i.duty not in ('', 'NONE') and not i.is_kept_back")
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** Involvements that last although the child's case is closed, so that no allocation is made of them. */
    int countForgotten(Area area) {
        return sql(area, "select count(*) from (%s) i where not i.is_now and i.ended is null and i.to_team is not null")
                .query(Integer.class)
                .single();
    }

    /** Those of which allocations are to be made, child by child. */
    List<Involved> listInvolved(Area area) {
        return sql(area, """
                        select * from (%s) i where i.to_team is not null and i.duty not in ('', 'NONE') and not i.is_kept_back and (i.is_now or i.ended is not null)
                        order by i.number, i.id
                        """)
                .query((row, number) -> new Involved(
                        row.getInt("id"),
                        row.getString("number"),
                        row.getString("worker"),
                        row.getString("role"),
                        row.getString("reason_changed"),
                        Duty.valueOf(row.getString("duty")),
                        row.getString("to_team"),
                        row.getString("account"),
                        row.getObject("started", LocalDate.class),
                        row.getObject("ended", LocalDate.class),
                        row.getString("file"),
                        row.getInt("line")))
                .list();
    }

    private JdbcClient.StatementSpec sql(Area area, String sql) {
        return jdbc.sql(sql.formatted(INVOLVED)).param("area", area.name()).param("cases", new String[] {area.caseKind()
        });
    }

    void setRecord(Area area, int involvement, @Nullable UUID record) {
        jdbc.sql("update mirror_involvement set record = ? where area = ? and id = ?")
                .params(Arrays.asList(record, area.name(), involvement))
                .update();
    }

    List<Made> listMade(Area area) {
        return jdbc.sql("select id, record from mirror_involvement where area = ? and record is not null order by id")
                .param(area.name())
                .query((row, number) -> new Made(row.getInt("id"), row.getObject("record", UUID.class)))
                .list();
    }

    /** Allocations that the cut-overs of other areas made, or found made and stand on. */
    List<UUID> listMadeElsewhere(Area area) {
        return Stream.of(Area.values())
                .filter(other -> other != area)
                .flatMap(other -> listMade(other).stream())
                .map(Made::record)
                .distinct()
                .toList();
    }
}
