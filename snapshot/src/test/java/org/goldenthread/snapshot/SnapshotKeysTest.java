package org.goldenthread.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotKeysTest {
    @TempDir
    private Path folder;

    @Test
    void aMissingKeyIsMadeForItsOwnerAloneAndReadAgain() throws IOException {
        Path file = folder.resolve("keys/snapshot.key");

        SnapshotKeys made = SnapshotKeys.load(file);
        SnapshotKeys read = SnapshotKeys.load(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(read.fingerprint()).isEqualTo(made.fingerprint());
        assertThat(read.personPseudonym("101"))
                .isEqualTo(made.personPseudonym("101"))
                .hasSize(24);
        assertThat(SnapshotKeys.load(folder.resolve("other.key")).personPseudonym("101"))
                .isNotEqualTo(made.personPseudonym("101"));
    }

    @Test
    void aPersonAndAnEventOfTheSameNameHaveDifferentPseudonyms() {
        SnapshotKeys keys = SnapshotKeys.load(folder.resolve("snapshot.key"));

        assertThat(keys.personPseudonym("101")).isNotEqualTo(keys.eventPseudonym("101"));
    }

    @Test
    void aKeyThatOthersMayReadOrThatIsNoKeyIsRefused() throws IOException {
        Path file = folder.resolve("snapshot.key");
        SnapshotKeys.load(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> SnapshotKeys.load(file))
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining("may be read by others")
                .hasMessageContaining("chmod 600");

        Path text = folder.resolve("text.key");
        Files.createFile(text, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        assertThatThrownBy(() -> SnapshotKeys.load(text))
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining("does not hold a key");
    }
}
