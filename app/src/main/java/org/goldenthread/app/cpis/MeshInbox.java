package org.goldenthread.app.cpis;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.goldenthread.app.cpis.SmallXml.Element;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The folder that a MESH client puts what it receives into, in pairs of a data file and a control file. Only pairs of the workflows that are set are
 * touched: the mailbox may be used for other things too. What was taken is removed; what could not be read is kept in the data folder.
 */
@Component
class MeshInbox {

    private static final Logger LOG = LoggerFactory.getLogger(MeshInbox.class);
    private static final int MOST_CONTROL_BYTES = 64_000;
    private static final Pattern OUR_FILE = Pattern.compile("CPIS([0-9]{1,15})");

    private final CpisAnswers answers;
    private final Path unread;

    MeshInbox(CpisAnswers answers, @Value("${goldenthread.home}") Path home) {
        this.answers = answers;
        this.unread = home.resolve("cp-is-unread");
    }

    /** What a control file says of its message. */
    private record Control(boolean report, boolean failed, String workflow, String to, String localId) {}

    /** Takes all that is there. One that fails stays, and is tried again; the others go on. */
    void take(CpisProperties settings) throws IOException {
        Path folder = Path.of(settings.inbox());
        if (settings.inbox().isBlank() || !Files.isDirectory(folder)) {
            return;
        }
        List<Path> controls = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.ctl")) {
            found.forEach(controls::add);
        }
        controls.sort(null);
        for (Path each : controls) {
            try {
                take(each, settings);
            } catch (IOException | RuntimeException problem) {
                LOG.error("An answer of the NHS could not be taken: {}", problem.toString());
            }
        }
    }

    private void take(Path controlFile, CpisProperties settings) throws IOException {
        Optional<byte[]> written = bytes(controlFile, MOST_CONTROL_BYTES);
        Control control = written.flatMap(MeshInbox::read).orElse(null);
        if (control == null || !isOurs(control, settings)) {
            return;
        }
        String name = controlFile.getFileName().toString();
        Path dataFile = controlFile.resolveSibling(name.substring(0, name.length() - ".ctl".length()) + ".dat");
        if (control.report()) {
            Matcher ours = OUR_FILE.matcher(control.localId());
            if (control.failed() && ours.matches()) {
                answers.notDelivered(written.orElseThrow(), Long.parseLong(ours.group(1)));
            }
        } else {
            Optional<byte[]> content = bytes(dataFile, SmallXml.MOST_BYTES + 1);
            if (content.isEmpty()) {
                return;
            }
            if (!answers.take(content.orElseThrow(), settings.organisation())) {
                Files.createDirectories(unread);
                Files.move(
                        dataFile,
                        unread.resolve(CpisAnswers.digest(content.orElseThrow()) + ".dat"),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.deleteIfExists(dataFile);
        Files.deleteIfExists(controlFile);
    }

    private static boolean isOurs(Control control, CpisProperties settings) {
        boolean workflow = settings.listAnswerWorkflows().contains(control.workflow())
                || control.report() && control.workflow().equals(settings.workflow());
        return workflow
                && (settings.mailbox().isBlank()
                        || control.report()
                        || control.to().equals(settings.mailbox()));
    }

    /** At most so many of its bytes; empty where it is not there, or is a link to somewhere else. */
    private static Optional<byte[]> bytes(Path file, int most) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try (InputStream stream = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(stream.readNBytes(most));
        }
    }

    /** Empty where it is no control file, which is then somebody else's. */
    private static Optional<Control> read(byte[] content) {
        try {
            Element root = SmallXml.read(content);
            if (!root.name().equals("DTSControl")) {
                return Optional.empty();
            }
            return Optional.of(new Control(
                    text(root, "MessageType").equalsIgnoreCase("Report"),
                    !text(root, "StatusRecord", "Status").equalsIgnoreCase("SUCCESS"),
                    text(root, "WorkflowId"),
                    text(root, "To_DTS"),
                    text(root, "LocalId")));
        } catch (SmallXml.UnreadableException none) {
            return Optional.empty();
        }
    }

    private static String text(Element root, String... path) {
        return root.find(path).map(Element::text).orElse("");
    }
}
