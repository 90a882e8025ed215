package org.goldenthread.returns.write.ssda903;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.goldenthread.returns.check.ssda903.Ssda903Table;

/** A small made-up return of which every table has rows that the department would take. */
final class CleanReturn {
    private final Map<Ssda903Table, List<List<String>>> rows = new EnumMap<>(Ssda903Table.class);

    /** @param sex of the children, in the codes of the year; {@code place} and {@code accommodation} likewise */
    static CleanReturn of(String sex, String place, String activity) {
        CleanReturn made = new CleanReturn();
        made.add(Ssda903Table.HEADER, "A'1-100", sex, "01/02/2010", "WBRI", "A123456789012", "0", "");
        made.add(Ssda903Table.HEADER, "B200", sex, "29/02/2004", "NOBT", "UN3", "1", "03/01/2021");
        made.add(
                Ssda903Table.EPISODES,
                "A'1-100",
                "01/04/2020",
                "S",
                "C2",
                "N1",
                place,
                "PR1",
                "31/12/2020",
                "X1",
                "CARPL",
                "NN1 1AA",
                "NN1 2AB",
                "SC12345");
        made.add(Ssda903Table.EPISODES, "A'1-100", "31/12/2020", "P", "C2", "N1", "R3", "PR1", "", "", "", "", "", "");
        made.add(
                Ssda903Table.EPISODES,
                "B200",
                "05/05/2020",
                "S",
                "V2",
                "N8",
                place,
                "PR4",
                "28/02/2021",
                "E4A",
                "",
                "NN1 1AA",
                "NN1 3AB",
                "");
        made.add(Ssda903Table.REVIEWS, "A'1-100", "01/02/2010", "20/04/2020", "PN1");
        made.add(Ssda903Table.REVIEWS, "A'1-100", "01/02/2010", "20/10/2020", "PN2");
        made.add(Ssda903Table.UASC, "B200", sex, "29/02/2004", "28/02/2022");
        made.add(Ssda903Table.OC2, "A'1-100", "01/02/2010", "7", "", "0", "1", "1", "1", "1", "0", "", "");
        made.add(Ssda903Table.OC3, "B200", "29/02/2004", "YES", activity, "B1");
        made.add(Ssda903Table.AD1, "A'1-100", "01/02/2010", "01/05/2020", "02/06/2020", "0", "2", "MF", "L11");
        made.add(Ssda903Table.PLACED_ADOPTION, "A'1-100", "01/02/2010", "03/07/2020", "04/08/2020", "RD1");
        made.add(Ssda903Table.PREV_PERM, "A'1-100", "01/02/2010", "P1", "399", "01/01/2015");
        made.add(Ssda903Table.PREV_PERM, "B200", "29/02/2004", "Z1", "", "");
        made.add(Ssda903Table.MISSING, "A'1-100", "01/02/2010", "M", "05/05/2020", "06/05/2020");
        made.add(Ssda903Table.MISSING, "A'1-100", "01/02/2010", "A", "07/05/2020", "");
        return made;
    }

    CleanReturn add(Ssda903Table table, String... texts) {
        rows.computeIfAbsent(table, any -> new ArrayList<>()).add(Arrays.asList(texts));
        return this;
    }

    Ssda903Tables tables() {
        return Ssda903Tables.of(rows);
    }
}
