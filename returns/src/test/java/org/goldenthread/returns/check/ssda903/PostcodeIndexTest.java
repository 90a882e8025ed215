package org.goldenthread.returns.check.ssda903;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;
import org.goldenthread.returns.tabular.RefusedFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostcodeIndexTest {
    private static final String HEADING = "postcode,easting,northing,laua,utla\n";

    @TempDir
    private Path folder;

    @Test
    void everyLineIsInTheIndexOrIsCountedAsLeftOut() throws IOException {
        PostcodeIndex index = open(HEADING
                + "FM1 1AA,520532,175905.4,E09000399,\n"
                + "FM1 1AB,,,E09000399,\n"
                + "FM1 1AC,east,175905,E09000399,\n"
                + "FM1 1AD,520532,175905\n"
                + "FM1-1AE,520532,175905,E09000399,\n"
                + "FM1 1AF,520532,175905,E" + "9".repeat(300) + ",\n"
                + "fm11aa,1,2,W06000001,\n"
                + "FM1 1AG,520532,175905,\"E09000399\n,\n");

        // Two are kept; lines 4 to 7, 9 and 10 cannot be used; line 8 repeats line 2.
        assertThat(index.count()).isEqualTo(2);
        assertThat(index.leftOut()).isEqualTo(new PostcodeIndex.LeftOut(6, 1, 4));
        assertThat(index.find("fm1 1aa")).isEqualTo(new Postcodes.Place("E09000399", 520532, 175905));
        assertThat(index.find("FM1 1AB").hasGrid()).isFalse();
        assertThat(index.refusals())
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.problem())
                        .contains("6 were left out")
                        .contains("1 that repeat"));
    }

    @Test
    void anIndexThatIsUsedAgainStillTellsWhatWasLeftOut() throws IOException {
        Path csv = Files.writeString(folder.resolve("some.csv"), HEADING + "?,1,2,E09000399,\n");
        PostcodeIndex.open(csv, folder.resolve("cache"));
        PostcodeIndex again = PostcodeIndex.open(csv, folder.resolve("cache"));

        assertThat(again.leftOut()).isEqualTo(new PostcodeIndex.LeftOut(1, 0, 2));
    }

    @Test
    void aMovedDirectoryKeepsItsIndexAndAnotherOfTheSameSizeAndDayHasItsOwn() throws IOException {
        Path csv = Files.writeString(folder.resolve("incoming.csv"), HEADING + "FM1 1AA,520532,175905,E09000399,\n");
        FileTime written = Files.getLastModifiedTime(csv);
        Path cache = folder.resolve("cache");
        PostcodeIndex.open(csv, cache);
        Path kept = Files.move(csv, folder.resolve("postcodes.csv"));

        assertThat(PostcodeIndex.open(kept, cache).count()).isEqualTo(1);
        try (Stream<Path> indexes = Files.list(cache)) {
            assertThat(indexes).hasSize(1);
        }

        Files.writeString(csv, HEADING + "FM1 1AB,520532,175905,E09000399,\n");
        Files.setLastModifiedTime(csv, written);
        PostcodeIndex other = PostcodeIndex.open(csv, cache);
        assertThat(other.find("FM1 1AA")).isNull();
        assertThat(other.find("FM1 1AB")).isNotNull();
    }

    @Test
    void aWholeDirectoryIsToldOfInNoWords() throws IOException {
        assertThat(open(HEADING + "FM1 1AA,520532,175905,E09000399,\n").refusals())
                .isEmpty();
    }

    @Test
    void whatIsNoDirectoryIsRefused() {
        assertThatThrownBy(() -> open("postcode,laua\n"))
                .isInstanceOf(RefusedFile.class)
                .hasMessageContaining("eastings");
        assertThatThrownBy(() -> open("")).isInstanceOf(RefusedFile.class).hasMessageContaining("empty");
        assertThatThrownBy(() -> open(HEADING + "\"" + "x".repeat(2_000_000)))
                .isInstanceOf(RefusedFile.class)
                .hasMessageContaining("quotation mark");
    }

    private PostcodeIndex open(String text) throws IOException {
        Path csv = Files.writeString(Files.createTempFile(folder, "postcodes", ".csv"), text);
        return PostcodeIndex.open(csv, folder.resolve("cache"));
    }
}
