package org.goldenthread.app.correcting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.returns.check.ssda903.PostcodeIndex;
import org.goldenthread.returns.check.ssda903.Postcodes;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.web.multipart.MultipartFile;

/** The postcode directory, which tells of no child: it is kept once, for every return. */
@Service
class ReferenceFiles {
    private final Viewers viewers;
    private final Path folder;

    ReferenceFiles(Viewers viewers, @Value("${goldenthread.home}") Path home) {
        this.viewers = viewers;
        this.folder = home.resolve("reference");
    }

    /** Where postcodes are; empty where nobody has given a directory. */
    Optional<Postcodes> findPostcodes() {
        Path file = folder.resolve("postcodes.csv");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(PostcodeIndex.open(file, folder.resolveSibling("indexes")));
        } catch (IOException problem) {
            throw new UncheckedIOException("The postcode directory " + file + " cannot be read.", problem);
        }
    }

    boolean hasPostcodes() {
        return Files.exists(folder.resolve("postcodes.csv"));
    }

    /**
     * Keeps a directory in place of the one before.
     *
     * @throws org.goldenthread.returns.tabular.RefusedFile where it is none; the one before stays
     */
    void keepPostcodes(MultipartFile given) throws IOException {
        viewers.require(Right.CORRECT_RETURNS);
        Files.createDirectories(folder);
        Path incoming = folder.resolve("incoming.csv");
        try {
            given.transferTo(incoming.toAbsolutePath());
            PostcodeIndex.open(incoming, folder.resolveSibling("indexes"));
            Files.move(incoming, folder.resolve("postcodes.csv"), StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(incoming);
        }
    }
}
