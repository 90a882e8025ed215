package org.goldenthread.returns.write.annexa;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.goldenthread.returns.check.Refusal;
import org.goldenthread.snapshot.Coverage;
import org.goldenthread.snapshot.Snapshot;

/** The lists drawn from the tables of the Standard Safeguarding Dataset, which the SSDA903, the census or an extract filled. */
final class DrawnLists {
    private static final Map<String, String> SOURCES = Map.of(
            "ssda903", "returns of children looked after", "cin", "children in need censuses", "ssd", "extracts");

    private final Snapshot snapshot;
    private final LocalDate day;
    private final Drawing drawing;

    private DrawnLists(Snapshot snapshot, LocalDate day, Drawing drawing) {
        this.snapshot = snapshot;
        this.day = day;
        this.drawing = drawing;
    }

    /**
     * Empty where the snapshot has nothing that any list could be drawn from.
     *
     * @param adopters whom no snapshot holds
     */
    static Optional<DrawnLists> draw(Snapshot snapshot, LocalDate day, List<Adopter> adopters) {
        Window window = new Window(day);
        Facts facts = new Facts(snapshot);
        Drawing drawing = new Drawing(facts, window);
        Visits visits = new Visits(facts, window);
        new FrontDoor(drawing).draw();
        new Enquiries(drawing).draw();
        new Needs(drawing, visits).draw();
        new Protection(drawing, visits).draw();
        new Care(drawing, visits).draw();
        new Leavers(drawing).draw();
        new Adoption(drawing).draw();
        new Adopters(drawing).draw(adopters);
        return drawing.hasNoSource() ? Optional.empty() : Optional.of(new DrawnLists(snapshot, day, drawing));
    }

    List<WrittenList> lists() {
        return drawing.lists();
    }

    List<Refusal> refusals(String file) {
        List<Refusal> refusals = new ArrayList<>(drawing.refusals(file));
        Map<String, LocalDate> newest = new TreeMap<>();
        for (Coverage coverage : snapshot.manifest().coverage()) {
            String source = coverage.source().replaceFirst("\\..*", "");
            if (SOURCES.containsKey(source)) {
                newest.merge(source, coverage.to(), (one, two) -> one.isAfter(two) ? one : two);
            }
        }
        newest.forEach((source, last) -> {
            if (last.isBefore(day)) {
                refusals.add(new Refusal(
                        file,
                        null,
                        "The " + SOURCES.get(source) + " that were loaded speak of days up to " + last
                                + ", so nothing that came later is in the lists.",
                        "Load newer ones, or give --as-at " + last + "."));
            }
        });
        return refusals;
    }
}
