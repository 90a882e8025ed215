package org.goldenthread.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The options of a command, where each is one that it has and is followed by what is given for it: as commands are nearly always asked
 * for. The option parser, which answers all else, takes a tenth of a second to start.
 */
final class PlainOptions {
    private final Map<String, List<String>> values = new HashMap<>();

    private PlainOptions() {}

    /**
     * Empty where the option parser is to answer.
     *
     * @param single options that are given once at most, with one value
     * @param several options that are given any number of times, with one value or more each time
     */
    static Optional<PlainOptions> of(List<String> arguments, Set<String> single, Set<String> several) {
        PlainOptions options = new PlainOptions();
        for (int place = 0; place < arguments.size(); ) {
            String option = arguments.get(place);
            int end = place + 1;
            while (end < arguments.size() && isValue(arguments.get(end))) {
                end++;
            }
            List<String> given = arguments.subList(place + 1, end);
            boolean once = single.contains(option) && given.size() == 1 && !options.values.containsKey(option);
            if (!once && (!several.contains(option) || given.isEmpty())) {
                return Optional.empty();
            }
            options.values.computeIfAbsent(option, any -> new ArrayList<>()).addAll(given);
            place = end;
        }
        return Optional.of(options);
    }

    /** The option parser takes what begins with "@" for a file of arguments. */
    private static boolean isValue(String argument) {
        return !argument.startsWith("-") && !argument.startsWith("@");
    }

    /** What is given for an option that has one value; null where it is not given. */
    @Nullable String text(String option) {
        List<String> given = values.get(option);
        return given == null ? null : given.getFirst();
    }

    String text(String option, String otherwise) {
        String given = text(option);
        return given == null ? otherwise : given;
    }

    @Nullable Path path(String option) {
        String given = text(option);
        return given == null ? null : Path.of(given);
    }

    List<Path> paths(String option) {
        return values.getOrDefault(option, List.of()).stream().map(Path::of).toList();
    }

    /** The person's own folder: that of {@code --home}, or the usual one. */
    Home home() {
        Path given = path("--home");
        return given == null ? new Home() : Home.at(given);
    }
}
