package org.goldenthread.app.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.goldenthread.app.records.Words;
import org.goldenthread.core.retention.Kept;
import org.goldenthread.core.retention.RetentionRule;
import org.goldenthread.core.retention.RetentionRules;
import org.goldenthread.core.retention.RetentionRules.Retention;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The council's schedule of retention: whose record has been kept its time, and the years that the council set. */
@Repository
class Schedule {

    private final JdbcClient jdbc;
    private final InstantSource clock;

    Schedule(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Words.LONDON);
    }

    /** A council's own setting of a rule, the latest. */
    record Setting(int years, String reason, LocalDate set) {}

    Map<String, Setting> settings() {
        Map<String, Setting> settings = new LinkedHashMap<>();
        jdbc.sql(
                        "select distinct on (rule) rule, years, reason, set_at from retention_setting order by rule, version desc")
                .query((row, number) -> settings.put(
                        row.getString("rule"),
                        new Setting(
                                row.getInt("years"),
                                row.getString("reason"),
                                LocalDate.ofInstant(row.getTimestamp("set_at").toInstant(), Words.LONDON))))
                .list();
        return settings;
    }

    private Map<String, Integer> years() {
        Map<String, Integer> years = new LinkedHashMap<>();
        settings().forEach((rule, setting) -> years.put(rule, setting.years()));
        return years;
    }

    void set(RetentionRule rule, int years, String reason) {
        jdbc.sql("""
                        insert into retention_setting (rule, years, reason, set_at, set_by)
                        values (:rule, :years, :reason, acting_at(), acting_account())
                        """)
                .param("rule", rule.id())
                .param("years", years)
                .param("reason", reason)
                .update();
    }

    /** All whose time is over today, longest over first. */
    List<Due> listDue() {
        Map<String, Integer> years = years();
        LocalDate today = today();
        int fewest = RetentionRules.standard().listRules().stream()
                .filter(rule -> rule.id().equals("last-entry"))
                .mapToInt(rule -> RetentionRules.years(rule, years))
                .min()
                .orElseThrow();
        return jdbc
                .sql("select * from retention_facts(:entered)")
                .param("entered", today.minusYears(fewest))
                .query((row, number) -> read(row, years))
                .stream()
                .flatMap(Optional::stream)
                .filter(due -> due.until().isBefore(today))
                .sorted(Comparator.comparing(Due::until).thenComparing(Due::number))
                .toList();
    }

    private static Optional<Due> read(ResultSet row, Map<String, Integer> years) throws SQLException {
        Retention retention = RetentionRules.standard()
                .of(
                        new Kept(
                                row.getObject("born", LocalDate.class),
                                row.getObject("died", LocalDate.class),
                                row.getObject("adopted", LocalDate.class),
                                row.getBoolean("looked_after"),
                                row.getBoolean("care_leaver"),
                                row.getBoolean("protection"),
                                row.getObject("last_entry", LocalDate.class)),
                        years);
        if (retention.until().isEmpty()) {
            return Optional.empty();
        }
        String name = (row.getString("given_name") + " " + row.getString("family_name")).strip();
        return Optional.of(new Due(
                row.getObject("person", UUID.class),
                row.getString("local_number"),
                row.getBoolean("restricted") ? "Restricted record" : name.isEmpty() ? "Name not known" : name,
                retention.until().get(),
                retention.rule(),
                row.getString("held")));
    }
}
