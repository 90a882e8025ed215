package org.goldenthread.app.moving;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What is to be seen before a service area is cut over.
 *
 * @param seen of which import it is, by which a step asks for the mirror that was seen
 * @param asAt the day of the mirror; empty where there is none
 * @param age of the mirror, in days
 * @param source what its files were
 * @param whyNotCutOver why nobody can cut over from such files, and what to do instead; empty where they can
 * @param cutOver the day of the cut-over; empty while it is not
 * @param rows of the files
 * @param counts how many facts of each kind
 * @param known how many children are in the record
 * @param unknown those who are not, and whom the cut-over makes
 * @param undecided those of whom a person must say who they are
 * @param refused rows that are in no fact
 * @param checked what the rules of the return found
 * @param unallocated those whose case is open, or was when the area was cut over, with nobody allocated
 * @param taken those whose number somebody else of the record has, so that the cut-over gives them another
 * @param twice numbers that are one person of the record, or that one UPN or NHS number says are one
 * @param recorded by kind of record, those who have one in the record already
 * @param work who works with the children
 */
public record CheckList(
        String seen,
        String asAt,
        long age,
        String source,
        String whyNotCutOver,
        String cutOver,
        int rows,
        Map<String, Integer> counts,
        long known,
        List<String> unknown,
        List<ToDecide> undecided,
        List<Refused> refused,
        Checked checked,
        List<String> unallocated,
        List<String> taken,
        List<String> twice,
        Map<String, List<String>> recorded,
        Work work) {

    private static final int MOST_NUMBERS = 50;

    static final CheckList NONE = new CheckList(
            "",
            "",
            0,
            "",
            "",
            "",
            0,
            Map.of(),
            0,
            List.of(),
            List.of(),
            List.of(),
            new Checked("", 0, 0, "", List.of()),
            List.of(),
            List.of(),
            List.of(),
            Map.of(),
            new Work(0, 0, 0, 0, 0, 0, List.of()));

    /**
     * Who works with the children of the area.
     *
     * @param workers in the mirror
     * @param undecided those with children now of whom nobody has said who they are here
     * @param left how many children now are theirs, or those of workers who are nobody here
     * @param allocated how many children now the cut-over allocates
     * @param roles how many roles of the present system are no duty that is known
     * @param forgotten how many involvements last although the child's case is closed
     * @param problems why children cannot go to whom it was decided
     */
    public record Work(
            int workers, int undecided, int left, int allocated, int roles, int forgotten, List<String> problems) {

        public boolean isThere() {
            return workers > 0;
        }
    }

    /** A child who agrees with one of the record in part. */
    public record ToDecide(String number, String born, String perhaps) {}

    /** @param line of the file, from 1; nought where it is about the whole file */
    public record Refused(String file, int line, String why) {}

    /**
     * @param title of the return by whose rules the files were checked; empty where they are no return
     * @param accepted why the area may be cut over with what was found; empty until somebody says so
     */
    public record Checked(String title, int rules, int notRun, String accepted, List<Finding> findings) {}

    /**
     * What a rule found.
     *
     * @param serious whether the department would refuse the return for it, rather than ask
     * @param numbers the council's own ids of the children
     */
    public record Finding(String rule, boolean serious, String message, int children, List<String> numbers) {}

    public boolean isThere() {
        return !asAt.isEmpty();
    }

    public boolean isCutOver() {
        return !cutOver.isEmpty();
    }

    /** Numbers one after another, as many of them as can be read. */
    public static String some(List<String> numbers) {
        int more = numbers.size() - MOST_NUMBERS;
        return String.join(", ", numbers.subList(0, Math.min(MOST_NUMBERS, numbers.size())))
                + (more > 0 ? " and " + more + " more" : "");
    }

    /**
     * One thing to be seen to before the cut-over.
     *
     * @param standing how it stands, in words; empty where it is done
     * @param stops whether the area cannot be cut over while it is not done
     */
    public record Line(String what, String standing, boolean stops) {
        public boolean isDone() {
            return standing.isEmpty();
        }
    }

    /** What is to be seen to before the cut-over, what stops it first. */
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>(List.of(
                new Line(
                        "The files tell the history that records need",
                        whyNotCutOver.isEmpty() ? "" : "import the return or the extract",
                        true),
                line("It is known of each child who it is in the record", undecided.size(), "to decide", true),
                line("No child is there under two numbers", twice.size(), "to correct", true),
                line(
                        "No child has such records here already",
                        (int) recorded.values().stream()
                                .flatMap(List::stream)
                                .distinct()
                                .count(),
                        "with records here",
                        true),
                isThere() && checked.title().isEmpty()
                        ? new Line("The files are checked by the rules of a return", "no rule was run on them", false)
                        : line(
                                "What the rules of the return found is put right or accepted",
                                isToBeAccepted() ? checked.findings().size() : 0,
                                checked.findings().size() == 1 ? "rule to look at" : "rules to look at",
                                true),
                line("Every row of the files is taken", refused.size(), "not taken, or not wholly", false),
                line("Somebody is allocated to each open case", unallocated.size(), "with nobody", false),
                line("The mirror is of today", (int) age, age == 1 ? "day old" : "days old", false)));
        if (work.isThere()) {
            lines.addAll(workLines());
        }
        return List.copyOf(lines);
    }

    private List<Line> workLines() {
        return List.of(
                line(
                        "It is known of each worker with children who they are here",
                        work.undecided(),
                        "to decide",
                        false),
                line(
                        "Nobody’s children stay without a worker",
                        work.left(),
                        work.left() == 1
                                ? "child whose worker is nobody here yet"
                                : "children whose worker is nobody here yet",
                        false),
                line("Each role is a duty that is known here", work.roles(), "to decide", false),
                line(
                        "Whoever gets children may have their files",
                        work.problems().size(),
                        "who cannot",
                        true));
    }

    private static Line line(String what, int left, String standing, boolean stops) {
        return new Line(what, left == 0 ? "" : left + " " + standing, stops);
    }

    /** What stands against the cut-over; empty for nothing. */
    public String stops() {
        if (!isThere()) {
            return "Nothing is imported yet";
        }
        if (isCutOver()) {
            return "This area was cut over on " + cutOver;
        }
        if (!whyNotCutOver.isEmpty()) {
            return whyNotCutOver;
        }
        if (!undecided.isEmpty()) {
            return "Decide first who these children are: "
                    + some(undecided.stream().map(ToDecide::number).toList());
        }
        if (!twice.isEmpty()) {
            return "These numbers are one person in the record, or have one UPN or one NHS number, and would give one child two"
                    + " histories. Correct the number, the UPN or the NHS number in the present system and import again: "
                    + some(twice);
        }
        if (!recorded.isEmpty()) {
            return "These children have such records already, and would have two of one thing: "
                    + recorded.entrySet().stream()
                            .map(each -> each.getKey() + ": " + some(each.getValue()))
                            .reduce((one, other) -> one + "; " + other)
                            .orElse("");
        }
        if (!work.problems().isEmpty()) {
            return "Children cannot go to some whom it was decided that they go to. Decide anew who works with them. "
                    + String.join(". ", work.problems());
        }
        if (isToBeAccepted()) {
            return "The rules of the return found something. Put it right in the present system and import again, or say below why"
                    + " the area may be cut over with it";
        }
        return "";
    }

    /** Whether somebody must still say that the area may be cut over with what the rules found. */
    public boolean isToBeAccepted() {
        return !isCutOver()
                && !checked.findings().isEmpty()
                && checked.accepted().isEmpty();
    }
}
