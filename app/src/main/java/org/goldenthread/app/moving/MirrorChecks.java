package org.goldenthread.app.moving;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a mirror's import left out, and what the rules of the return found in it. */
@Repository
class MirrorChecks {

    private final JdbcClient jdbc;

    MirrorChecks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<CheckList.Refused> listRefused(Area area) {
        return jdbc.sql("select file, line, why from mirror_refusal where area = ? order by file, line")
                .param(area.name())
                .query((row, number) -> new CheckList.Refused(row.getString(1), row.getInt(2), row.getString(3)))
                .list();
    }

    /** By rule, those for which the department would refuse the return first. */
    List<CheckList.Finding> listFindings(Area area) {
        return jdbc.sql("""
                        select rule, serious, min(message) message, count(*) children, array_agg(number order by number) numbers
                        from mirror_finding where area = ? group by rule, serious order by serious desc, count(*) desc, rule
                        """)
                .param(area.name())
                .query((row, number) -> new CheckList.Finding(
                        row.getString("rule"),
                        row.getBoolean("serious"),
                        row.getString("message"),
                        row.getInt("children"),
                        List.of((String[]) row.getArray("numbers").getArray())))
                .list();
    }
}
