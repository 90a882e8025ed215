package org.goldenthread.returns.annexa;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The latest day on which a workbook says that something happened. Dates that may lie ahead are not looked at. */
final class LatestEvent {
    private static final Set<String> PAST = Set.of(
            "contact_date",
            "referral_date",
            "assessment_start_date",
            "assessment_completion_date",
            "assessment_authorisation_date",
            "strategy_discussion_date",
            "last_seen_date",
            "cin_closure_date",
            "plan_start_date",
            "last_visit_date",
            "care_start_date",
            "placement_start_date",
            "latest_contact_date");

    private LatestEvent() {}

    static @Nullable LocalDate of(List<RecognisedSheet> sheets) {
        List<LocalDate> dates = new ArrayList<>();
        for (RecognisedSheet sheet : sheets) {
            sheet.headings().columns().forEach((place, column) -> {
                if (PAST.contains(column.column())) {
                    sheet.rows()
                            .forEach(row -> row.cell(place).date().date().ifPresent(date -> keepLater(dates, date)));
                }
            });
        }
        return dates.isEmpty() ? null : dates.getFirst();
    }

    private static void keepLater(List<LocalDate> latest, LocalDate date) {
        if (latest.isEmpty()) {
            latest.add(date);
        } else if (date.isAfter(latest.getFirst())) {
            latest.set(0, date);
        }
    }
}
