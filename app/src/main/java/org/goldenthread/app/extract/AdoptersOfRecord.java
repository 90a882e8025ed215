package org.goldenthread.app.extract;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.goldenthread.app.database.AsSystem;
import org.goldenthread.returns.write.annexa.Adopter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Those who wish to adopt, as the record knew them at one moment, with the matches and placements that name their household. */
@Component
class AdoptersOfRecord {

    private final KnownRecord record;

    AdoptersOfRecord(KnownRecord record) {
        this.record = record;
    }

    List<Adopter> list(Instant at) {
        return AsSystem.call(() -> record.query("annex_a_adopters", at)
                .query((row, number) -> new Adopter(
                        row.getString("id"),
                        row.getString("household"),
                        row.getString("sex"),
                        row.getString("ethnicity"),
                        List.of((String[]) row.getArray("disabilities").getArray()),
                        row.getObject("fosters", Boolean.class),
                        day(row, "enquired"),
                        day(row, "stage_one_began"),
                        day(row, "stage_one_ended"),
                        day(row, "stage_two_began"),
                        day(row, "stage_two_ended"),
                        day(row, "applied"),
                        day(row, "approved"),
                        day(row, "matched"),
                        day(row, "placed"),
                        row.getObject("children", Integer.class),
                        day(row, "ordered"),
                        day(row, "left_on"),
                        row.getString("why_left")))
                .list());
    }

    private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
