package org.goldenthread.app.moving;

import java.util.List;
import java.util.Locale;

/**
 * Who works with the children of an area in the present system, and whom their children go to here.
 *
 * @param address of the page
 * @param seen of which import it is, by which a form asks for the mirror that was seen
 * @param isOpen whether it can still be decided, because the area is not cut over
 * @param toDecide those with children now, of whom nobody has decided
 * @param decided those of whom somebody has
 * @param others those with no children now, of whom nobody has decided
 * @param keptBack numbers of the children whom the cut-over does not allocate, each on a line
 * @param left how many children now would be nobody's
 * @param forgotten how many involvements last although the child's case is closed
 */
public record WorkersPage(
        String address,
        String area,
        String seen,
        String asAt,
        boolean isOpen,
        List<Row> toDecide,
        List<Row> decided,
        List<Row> others,
        List<Role> roles,
        List<Choice> duties,
        String keptBack,
        int left,
        int forgotten,
        String problem,
        String problemField) {

    /**
     * @param suggested who it may be, in words; empty for nobody
     * @param accepts what a tick says: who it is; empty where it must be chosen
     * @param byNumber whether a number agrees
     * @param whom in words, where it is decided
     * @param problem why children cannot go to whom it was decided; empty where they can
     */
    public record Row(
            String address,
            String name,
            String about,
            int now,
            int all,
            String suggested,
            String accepts,
            boolean byNumber,
            String whom,
            String problem,
            int allocated) {}

    /** @param duty empty where it is not known */
    public record Role(String role, String duty, String words, int rows) {}

    public record Choice(String value, String label) {}

    /** A team and those in it who may have children. */
    public record Team(String id, String name, List<Choice> workers) {}

    /**
     * One worker of the present system.
     *
     * @param numbers the council's own ids of the children now
     * @param whom chosen
     */
    public record One(
            String address,
            String back,
            String seen,
            String id,
            Row row,
            List<String> numbers,
            List<Team> teams,
            String whom,
            String problem) {}

    /** Such as 1,250 children. */
    public static String counted(int count, String one, String more) {
        return String.format(Locale.UK, "%,d", count) + " " + (count == 1 ? one : more);
    }

    public List<Row> agreeByNumber() {
        return toDecide.stream()
                .filter(row -> row.byNumber() && !row.accepts().isEmpty())
                .toList();
    }
}
