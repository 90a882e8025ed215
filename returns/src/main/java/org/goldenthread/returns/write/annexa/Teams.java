package org.goldenthread.returns.write.annexa;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Which team has a child on the day. A snapshot holds no worker's name, so none is told. */
final class Teams {
    private static final Comparator<Fact> LATEST_OF_ALLOCATED = Comparator.comparing(Teams::isAllocated)
            .thenComparing(fact -> Objects.requireNonNullElse(fact.date("invo_involvement_start_date"), LocalDate.MIN))
            .thenComparing(fact -> fact.text("invo_involvements_id"));

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

    /** A return's worker has no role told: they are the child's own. */
    private static boolean isAllocated(Fact fact) {
        String role = fact.text("invo_professional_role_id").toLowerCase(Locale.ROOT);
        return role.isEmpty() || role.startsWith("allocated");
    }

    /** The team of the worker to whom the child is allocated; a reviewing officer's or adviser's only where no worker's is told. */
    private String allocated(String person) {
        return involvements.getOrDefault(person, List.of()).stream()
                .filter(fact -> !fact.text("invo_professional_team").isEmpty())
                .filter(fact -> fact.date("invo_involvement_start_date") != null)
                .filter(fact ->
                        window.isOpen(fact.date("invo_involvement_start_date"), fact.date("invo_involvement_end_date")))
                .max(LATEST_OF_ALLOCATED)
                .map(fact -> fact.text("invo_professional_team"))
                .orElse("");
    }
}
