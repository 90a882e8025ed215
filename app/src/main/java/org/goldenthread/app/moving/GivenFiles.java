package org.goldenthread.app.moving;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.goldenthread.app.web.DroppedNames;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.multipart.MultipartFile;

/** The files that are given for a mirror. They tell of real children, and so are in the data folder only while they are read. */
@Component
class GivenFiles {

    private static final Logger LOG = LoggerFactory.getLogger(GivenFiles.class);

    private final Path waiting;

    GivenFiles(@Value("${goldenthread.home}") Path home) {
        // What a stop has cut short here is deleted with the other dropped files when the system starts.
        this.waiting = home.resolve("dropped");
    }

    /** @param folder of these files alone, to be deleted with {@link #delete} */
    record Kept(Path folder, List<Path> files) {}

    /** @param given those that are not empty */
    Kept keep(List<MultipartFile> given) throws IOException {
        Path folder = Files.createTempDirectory(Files.createDirectories(waiting), "moving-in-");
        try {
            List<Path> kept = new ArrayList<>();
            for (MultipartFile each : given) {
                // Each in a folder of its own: two returns hold files of the same names.
                Path place = Files.createDirectories(folder.resolve(String.valueOf(kept.size())))
                        .resolve(DroppedNames.usable(each.getOriginalFilename()));
                each.transferTo(place);
                kept.add(place);
            }
            return new Kept(folder, List.copyOf(kept));
        } catch (IOException | RuntimeException problem) {
            delete(folder);
            throw problem;
        }
    }

    void delete(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException problem) {
            LOG.error("{} could not be deleted. Delete it by hand.", folder, problem);
        }
    }
}
