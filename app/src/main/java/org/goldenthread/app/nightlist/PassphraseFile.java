package org.goldenthread.app.nightlist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.goldenthread.publication.EncryptedPdf;

/** A passphrase in a file that its owner alone may read: an argument or a variable would be seen by whoever lists what runs. */
final class PassphraseFile {

    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private PassphraseFile() {}

    /** @throws IllegalArgumentException saying what is wrong with the file and what to do */
    static String read(Path file) {
        try {
            if (Files.getFileStore(file).supportsFileAttributeView("posix")
                    && Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
                throw new IllegalArgumentException(
                        "Others may read the passphrase in " + file + ". Make it yours alone: chmod 600 " + file);
            }
            try (Stream<String> lines = Files.lines(file)) {
                String passphrase = lines.findFirst().orElse("").strip();
                if (!EncryptedPdf.isPassphrase(passphrase)) {
                    throw new IllegalArgumentException("The first line of " + file + " must be a passphrase of "
                            + EncryptedPdf.SHORTEST + " to " + EncryptedPdf.LONGEST
                            + " letters, figures, blanks and signs of an English keyboard.");
                }
                return passphrase;
            }
        } catch (IOException problem) {
            throw new IllegalArgumentException(
                    "The passphrase in " + file + " cannot be read: " + problem.getMessage());
        }
    }
}
