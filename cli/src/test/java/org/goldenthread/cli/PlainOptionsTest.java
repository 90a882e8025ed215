package org.goldenthread.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is answered without the option parser, and what is left to it. */
class PlainOptionsTest {

    private static Optional<PlainOptions> read(String... arguments) {
        return PlainOptions.of(List.of(arguments), Set.of("--out", "--home"), Set.of("--cin"));
    }

    @Test
    void readsOptionsThatAreFollowedByWhatIsGivenForThem() {
        PlainOptions options = read("--cin", "a.xml", "b.xml", "--out", "snapshot", "--cin", "c.xml")
                .orElseThrow();

        assertThat(options.paths("--cin")).containsExactly(Path.of("a.xml"), Path.of("b.xml"), Path.of("c.xml"));
        assertThat(options.path("--out")).isEqualTo(Path.of("snapshot"));
        assertThat(options.text("--home")).isNull();
        assertThat(options.text("--home", "here")).isEqualTo("here");
    }

    static Stream<Arguments> leftToTheOptionParser() {
        return Stream.of(
                arguments("an option of another command", new String[] {"--year", "2024"}),
                arguments("help", new String[] {"--help"}),
                arguments("an option joined to its value", new String[] {"--out=snapshot"}),
                arguments("nothing given for an option", new String[] {"--out"}),
                arguments("nothing given for one of several", new String[] {"--cin", "--out", "snapshot"}),
                arguments("two values where one belongs", new String[] {"--out", "snapshot", "other"}),
                arguments("an option said twice", new String[] {"--out", "one", "--out", "other"}),
                arguments("a value without an option", new String[] {"snapshot"}),
                arguments("a file of arguments", new String[] {"--out", "snapshot", "@arguments"}));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void leftToTheOptionParser(String what, String[] arguments) {
        assertThat(read(arguments)).as(what).isEmpty();
    }

    @Test
    void commandsThatLackWhatTheyNeedAreLeftToTheOptionParser() {
        List<String> whole = List.of("--snapshot", "folder", "--as-at", "2024-03-31", "--part", "2");
        assertThat(ScorecardCommand.plain(whole)).isPresent();
        assertThat(ScorecardCommand.plain(whole.subList(0, 2))).isEmpty();
        assertThat(ScorecardCommand.plain(List.of("--snapshot", "folder", "--as-at", "31/03/2024")))
                .isEmpty();
        assertThat(ScorecardCommand.plain(List.of("--snapshot", "folder", "--as-at", "2024-03-31", "--part", "3")))
                .isEmpty();
        assertThat(SnapshotCommand.plain(List.of("--cin", "a.xml"), InstantSource.system()))
                .isEmpty();
    }
}
