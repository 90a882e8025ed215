package org.goldenthread.measures.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The sources that a measure counts from: {@code cin}, {@code ssda903.episodes + ssda903.header | ssd.ssd_cla_episodes}.
 *
 * @param alternatives any one of them is enough; each is a list of sources that are all needed
 */
public record Needs(List<List<String>> alternatives) {

    public Needs {
        alternatives = alternatives.stream().map(List::copyOf).toList();
    }

    /** Reads alternatives parted by {@code |} of sources joined by {@code +}. */
    static Needs parse(String text) {
        return new Needs(Arrays.stream(text.split("\\|", -1))
                .map(alternative -> Arrays.stream(alternative.split("\\+", -1))
                        .map(String::strip)
                        .toList())
                .toList());
    }

    /** All sources named, each once. */
    public List<String> sources() {
        return alternatives.stream().flatMap(List::stream).distinct().toList();
    }

    /** The needs as a reader is told them: "SSDA903 episodes, or SSD table ssd_cla_episodes". */
    public String describe() {
        return alternatives.stream()
                .map(all -> all.stream().map(SourceNames::describe).collect(Collectors.joining(" and ")))
                .collect(Collectors.joining(", or "));
    }

    @Override
    public String toString() {
        return alternatives.stream().map(all -> String.join(" + ", all)).collect(Collectors.joining(" | "));
    }
}
