package org.goldenthread.measures.catalogue;

/** The query of every measure that is a count which the council gives and no return holds. */
public final class LocalCounts {

    private LocalCounts() {}

    /**
     * For a month, the count whose last day falls in it (one month's own before a quarter's); for a year, only a count given
     * for that very year, since a year is otherwise made of its months by the measure's rule.
     *
     * @param key the local count's key, already known to be of small letters, digits and hyphens
     */
    static String query(String key) {
        return """
            with given as (
              select
                p.period_id, c.row_id, c.numerator, c.value, c.denominator, c.state, c.note, c.gt_source, c.gt_line,
                row_number() over (partition by p.period_id order by c.period_start desc, c.row_id) as place
              from periods p
              join gt_local_counts c
                on c.period_end between p.period_start and p.period_end
                and (
                  (p.grain <> 'YEAR' and c.period_start > add_months(p.period_end, -4))
                  or (c.period_start = p.period_start and c.period_end = p.period_end)
                )
              where c.local_measure = '%s'
            )
            select
              period_id,
              row_id as subject,
              coalesce(numerator, value) as numerator,
              denominator,
              state,
              note,
              gt_source,
              gt_line
            from given
            where place = 1""".formatted(key);
    }
}
