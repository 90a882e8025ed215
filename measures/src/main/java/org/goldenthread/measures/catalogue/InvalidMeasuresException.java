package org.goldenthread.measures.catalogue;

import java.util.List;
import java.util.stream.Collectors;

/** Measure files that cannot be used; says everything that is wrong with them, not only the first thing. */
public final class InvalidMeasuresException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial")
    private final List<MeasureProblem> problems;

    public InvalidMeasuresException(List<MeasureProblem> problems) {
        super(problems.stream().map(MeasureProblem::toString).collect(Collectors.joining(System.lineSeparator())));
        this.problems = List.copyOf(problems);
    }

    public List<MeasureProblem> problems() {
        return problems;
    }
}
