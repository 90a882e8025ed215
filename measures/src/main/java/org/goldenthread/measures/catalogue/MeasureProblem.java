package org.goldenthread.measures.catalogue;

/**
 * Something wrong in a measure file.
 *
 * @param file its name
 * @param line counted from 1
 * @param problem what is wrong
 * @param action what to do
 */
public record MeasureProblem(String file, int line, String problem, String action) {

    @Override
    public String toString() {
        return file + ", line " + line + ": " + problem + " " + action;
    }
}
