package org.goldenthread.app.people;

import java.util.List;
import java.util.UUID;
import org.goldenthread.app.records.PersonBar;

/**
 * Who works with a person and who may see the file.
 *
 * @param restriction the one in force; null for none
 * @param maySeal whether a sealed identity is theirs to see or to make
 * @param problem what is wrong with what was sent; empty for nothing
 * @param problemField the field it leads to
 */
public record AccessPage(
        PersonBar bar,
        List<Line> allocations,
        List<TeamChoice> teams,
        List<Choice> duties,
        List<Choice> reasons,
        List<Choice> kinds,
        @org.jspecify.annotations.Nullable Limited restriction,
        boolean mayAllocate,
        boolean mayRestrict,
        boolean maySeal,
        String token,
        String problem,
        String problemField,
        String whom,
        String duty,
        String from,
        String reasonChanged,
        String reason,
        String ask) {

    /** One allocation; {@code open} where it lasts. */
    public record Line(UUID id, String duty, String team, String worker, String from, String to, boolean open) {}

    public record TeamChoice(String id, String name, List<Choice> workers) {}

    public record Choice(String value, String label) {}

    public record Limited(String kind, String reason, String ask, String from, List<Choice> members) {}
}
