package org.goldenthread.app.permanence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.goldenthread.app.records.Ask;
import org.goldenthread.app.records.Content;
import org.goldenthread.app.records.Fault;
import org.goldenthread.app.records.Happening;
import org.goldenthread.app.records.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A child and the adopters proposed for the child (Adoption Agencies Regulations 2005, regulations 31 to 33). Adopters are told by the
 * reference of their household and never by name, for whoever works with the child need not see who they are.
 *
 * @param adopters the reference of the household
 * @param agency who approved them, where another agency did
 * @param sexes a code of the SSDA903, SEX_ADOPTR, which tells how many they are
 * @param legalStatus a code of the SSDA903, LS_ADOPTR
 */
@Kind(
        id = "adoption-match",
        title = "Match with adopters",
        plural = "Matches with adopters",
        follows = "adoption-plan",
        events = {"match-recommended", "match-papers-received"})
record AdoptionMatch(
        @Ask(
                value = "Adopters’ household",
                needed = true,
                hint = "Its reference, such as AH0012. Write no name here: the child’s file is seen by more people")
        String adopters,

        @Ask(value = "Agency that approved them", hint = "Leave blank for this council’s own")
        String agency,

        @Ask(value = "Adopters", codes = "ssda903 SEX_ADOPTR")
        String sexes,

        @Ask(value = "Adopters’ legal status", codes = "ssda903 LS_ADOPTR")
        String legalStatus,

        @Ask("Are they the child’s foster carers now?") @Nullable Boolean fosterCarers,

        @Ask(value = "Why these adopters", hint = "How they meet the child’s needs; brothers and sisters", prose = true)
        String reasons,

        @Ask(value = "The child’s own words", prose = true, voice = true)
        String ownWords,

        @Ask(value = "Panel’s recommendation", section = "Before the decision") @Nullable LocalDate recommended,

        @Ask(
                value = "Papers reached the decision-maker",
                hint = "The recommendation and minutes. The 7 working days count from here")
        @Nullable LocalDate received)
        implements Content {

    @Override
    public String summary() {
        return "Match with adopters " + adopters;
    }

    @Override
    public List<Happening> happenings() {
        List<Happening> happened = new ArrayList<>();
        if (recommended != null) {
            happened.add(new Happening(
                    "match-recommended", recommended, null, true, "Panel recommended a match with adopters"));
        }
        if (received != null) {
            happened.add(Happening.of(
                    "match-papers-received", received, "Papers on the match reached the agency decision-maker"));
        }
        return happened;
    }

    @Override
    public List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        if (recommended != null && received != null && received.isBefore(recommended)) {
            faults.add(new Fault("received", "The papers cannot have come before the recommendation"));
        }
        if (!legalStatus.isEmpty() && !sexes.isEmpty() && !agree()) {
            faults.add(new Fault("legalStatus", "The adopters’ legal status does not agree with who they are"));
        }
        return faults;
    }

    /** As the rules of the SSDA903 have it: one adopter is single, and a couple of the one kind are of the same sex. */
    private boolean agree() {
        return switch (legalStatus) {
            case "L0" -> List.of("M1", "F1").contains(sexes);
            case "L11", "L3" -> sexes.equals("MF");
            case "L12", "L4" -> List.of("MM", "FF").contains(sexes);
            default -> !List.of("M1", "F1").contains(sexes);
        };
    }

    @Override
    public Optional<Fault> lacks(String need) {
        return Optional.ofNullable(
                switch (need) {
                    case "papers" ->
                        received == null
                                ? new Fault("received", "Enter when the papers reached the decision-maker")
                                : null;
                    case "reasons" -> reasons.isBlank() ? new Fault("reasons", "Write why these adopters") : null;
                    case "who" ->
                        sexes.isEmpty() || legalStatus.isEmpty() || fosterCarers == null
                                ? new Fault(
                                        sexes.isEmpty()
                                                ? "sexes"
                                                : legalStatus.isEmpty() ? "legalStatus" : "fosterCarers",
                                        "Say who the adopters are, their legal status and whether they foster the child now")
                                : null;
                    default -> Content.super.lacks(need).orElse(null);
                });
    }
}
