package org.goldenthread.app.moving;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.goldenthread.returns.DroppedFiles;

/** A service area that is cut over by itself: what its files may be, and which kinds of record must not be there twice. */
enum Area {
    LOOKED_AFTER(
            "looked-after",
            "Children looked after",
            "SSDA903 tables or XML, or an extract of the Standard Safeguarding Dataset. Give the returns of earlier years too, back to the"
                    + " first day of each period of being looked after, each year in a zip file of its own. Or the workbook of Annex A"
                    + " (xlsx), to be seen and found alone: the area cannot be cut over from it.",
            "period-of-care",
            List.of("period-of-care"),
            List.of(
                    new Source("SSDA903", true, DroppedFiles.Sorted::ssda903, CareSource::read),
                    new Source(
                            "Standard Safeguarding Dataset",
                            true,
                            DroppedFiles.Sorted::ssd,
                            (files, asAt, check) -> SsdSource.read(files, asAt, SsdCareTakings.ALL, check)),
                    new Source(
                            AnnexASource.NAME,
                            false,
                            DroppedFiles.Sorted::annexA,
                            (files, asAt, check) -> AnnexASource.read(files, asAt, AnnexACareTakings.ALL)))),
    CHILDREN_IN_NEED(
            "child-in-need",
            "Children in need and child protection",
            "Children in need census files, or an extract of the Standard Safeguarding Dataset. Give the censuses of earlier years too, back"
                    + " to the first day of each case that is open. Or the workbook of Annex A (xlsx), to be seen and found alone: the"
                    + " area cannot be cut over from it.",
            "referral",
            List.of(
                    "referral",
                    "assessment",
                    "child-in-need-plan",
                    "section-47",
                    "conference",
                    "child-protection-plan"),
            List.of(
                    new Source("children in need census", true, DroppedFiles.Sorted::cin, CensusSource::read),
                    new Source(
                            "Standard Safeguarding Dataset",
                            true,
                            DroppedFiles.Sorted::ssd,
                            (files, asAt, check) -> SsdSource.read(files, asAt, SsdNeedTakings.ALL, check)),
                    new Source(
                            AnnexASource.NAME,
                            false,
                            DroppedFiles.Sorted::annexA,
                            (files, asAt, check) -> AnnexASource.read(files, asAt, AnnexANeedTakings.ALL)))),
    EARLY_HELP(
            "early-help",
            "Front door and early help",
            "An extract of the Standard Safeguarding Dataset with its contacts and early help episodes. Or the workbook of Annex A"
                    + " (xlsx), to be seen and found alone: the area cannot be cut over from it.",
            "early-help-assessment",
            // A contact is a thing of one day, and comes before most of what is recorded: see the contacts of one day.
            List.of("early-help-assessment", "family-plan"),
            List.of(
                    new Source(
                            "Standard Safeguarding Dataset",
                            true,
                            DroppedFiles.Sorted::ssd,
                            (files, asAt, check) -> SsdSource.read(files, asAt, SsdDoorTakings.asAt(asAt), check)
                                    .withoutThoseOfNothing()),
                    new Source(
                            AnnexASource.NAME,
                            false,
                            DroppedFiles.Sorted::annexA,
                            (files, asAt, check) -> AnnexASource.read(files, asAt, AnnexADoorTakings.ALL)
                                    .withoutThoseOfNothing())));

    private final String id;
    private final String title;
    private final String hint;
    private final String caseKind;
    private final List<String> notTwice;
    private final List<Source> sources;

    /**
     * A kind of files that the area may be told by.
     *
     * @param history whether they tell how things came to be, so that they can become records; others are mirrored alone
     * @param files those of the kind, of what was given
     */
    record Source(String name, boolean history, Function<DroppedFiles.Sorted, List<Path>> files, Reading reading) {}

    /** Reads the files of one kind. */
    @FunctionalInterface
    interface Reading {
        Given read(List<Path> files, LocalDate asAt, SourceData.Check check);
    }

    Area(String id, String title, String hint, String caseKind, List<String> notTwice, List<Source> sources) {
        this.id = id;
        this.title = title;
        this.hint = hint;
        this.caseKind = caseKind;
        this.notTwice = notTwice;
        this.sources = sources;
    }

    static Optional<Area> find(String id) {
        return List.of(values()).stream().filter(area -> area.id.equals(id)).findFirst();
    }

    /** As its address has it. */
    String id() {
        return id;
    }

    String title() {
        return title;
    }

    /** What files it is told by. */
    String hint() {
        return hint;
    }

    /** The kind of record that lasts while a child is in the area, so that somebody must be allocated. */
    String caseKind() {
        return caseKind;
    }

    /** Kinds of which a child of the mirror may have nothing in the record when the area is cut over. */
    List<String> notTwice() {
        return notTwice;
    }

    List<Source> sources() {
        return sources;
    }

    /**
     * Why the area cannot be cut over from a mirror, and what to do instead; empty where it can.
     *
     * @param source of the mirror, as it was kept
     */
    String whyNotCutOver(String source) {
        return tellsHistory(source)
                ? ""
                : "This mirror is of " + source
                        + ", which says how things stood on its day and not how they came to be so: it has the events of six"
                        + " months, and of what lasts the latest review, visit, legal status or placement alone. Records made"
                        + " of it would be histories with holes. Draw "
                        + told()
                        + ", import it in the place of this mirror, and cut over from there";
    }

    private String told() {
        String first = sources.getFirst().name();
        String dataset = "an extract of the Standard Safeguarding Dataset";
        return dataset.endsWith(first)
                ? dataset + ", which holds the history"
                : "the " + first + " or " + dataset + ", which hold the history";
    }

    /** @param source of a mirror, as it was kept */
    boolean tellsHistory(String source) {
        return sources.stream().noneMatch(each -> each.name().equals(source) && !each.history());
    }
}
