package org.goldenthread.returns.write.annexa;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which team has a child on the day. A snapshot holds no worker's name, so none is told. */
final class Teams {
    private final Window window;
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, List<Fact>> involvements;

    Teams(Facts facts, Window window) {
        this.window = window;
        facts.list("ssd_department").forEach(fact -> names.put(fact.text("dept_team_id"), fact.text("dept_team_name")));
        involvements = Fact.by("invo_person_id", facts.list("ssd_involvements"));
    }

    /**
     * Writes the team.
     *
     * @param own team that the event itself is said to have; empty where it has none
     */
    void describe(Draft draft, String person, String own) {
        String team = own.isEmpty() ? allocated(person) : own;
        if (!team.isEmpty()) {
            String name = names.getOrDefault(team, "");
            draft.text("team", name.isEmpty() ? team : name);
        }
    }

    private String allocated(String person) {
        @Nullable LocalDate since = null;
        String team = "";
        for (Fact fact : involvements.getOrDefault(person, List.of())) {
            LocalDate start = fact.date("invo_involvement_start_date");
            String told = fact.text("invo_professional_team");
            boolean open = window.isOpen(start, fact.date("invo_involvement_end_date"));
            if (open && start != null && !told.isEmpty() && (since == null || start.isAfter(since))) {
                since = start;
                team = told;
            }
        }
        return team;
    }
}
