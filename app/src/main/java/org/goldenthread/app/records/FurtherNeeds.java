package org.goldenthread.app.records;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers needs of a move that hang on other records of the same person than the one that is moved. */
public interface FurtherNeeds {

    boolean knows(String need);

    /**
     * What is missing; empty where nothing is.
     *
     * @param person of the record
     * @param said what the record says to the question of that name
     */
    Optional<Fault> lacks(String need, UUID person, Function<String, @Nullable Object> said, LocalDate today);
}
