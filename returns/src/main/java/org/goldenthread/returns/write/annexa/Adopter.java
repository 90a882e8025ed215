package org.goldenthread.returns.write.annexa;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who wishes to adopt, for list 11. A snapshot holds nothing of adopters; a system that keeps them gives them beside it.
 *
 * @param id the council's own number of the person
 * @param household the reference that those of one household share
 * @param sex M, F, U or N
 * @param ethnicity a code of the Department for Education; empty where it is not known
 * @param disabilities codes; NONE where there is none, empty where it is not known
 * @param fostersForAdoption null where it is not known
 * @param childrenPlaced null where no child was placed
 * @param leftReason in words; empty while they go on
 */
public record Adopter(
        String id,
        String household,
        String sex,
        String ethnicity,
        List<String> disabilities,
        @Nullable Boolean fostersForAdoption,
        @Nullable LocalDate enquired,
        @Nullable LocalDate stageOneBegan,
        @Nullable LocalDate stageOneEnded,
        @Nullable LocalDate stageTwoBegan,
        @Nullable LocalDate stageTwoEnded,
        @Nullable LocalDate applied,
        @Nullable LocalDate approved,
        @Nullable LocalDate matched,
        @Nullable LocalDate placed,
        @Nullable Integer childrenPlaced,
        @Nullable LocalDate ordered,
        @Nullable LocalDate left,
        String leftReason) {

    public Adopter {
        disabilities = List.copyOf(disabilities);
    }
}
