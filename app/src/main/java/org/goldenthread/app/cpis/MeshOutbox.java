package org.goldenthread.app.cpis;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.goldenthread.returns.write.daily.SendStopped;

/**
 * The folder that a MESH client sends from. A message is a data file and, beside it and after it, a control file of the same name, which says whose
 * it is; the client takes the pair once the control file is there.
 */
final class MeshOutbox implements CpisCarrier {

    private static final String PERMISSIONS = "rw-rw----";

    private final Path folder;
    private final CpisProperties settings;

    private MeshOutbox(Path folder, CpisProperties settings) {
        this.folder = folder;
        this.settings = settings;
    }

    static MeshOutbox of(CpisProperties settings) {
        Path folder = Path.of(settings.outbox());
        if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new SendStopped("The outbox is no folder that can be written to (GOLDENTHREAD_CPIS_OUTBOX).");
        }
        return new MeshOutbox(folder, settings);
    }

    /** What a message is called on its way, in which nobody is named; a report of what became of it says the same. */
    static String localId(long number) {
        return "CPIS" + number;
    }

    @Override
    public Optional<byte[]> carry(long number, byte[] file) throws IOException {
        removeCutShort();
        String name = settings.organisation() + "_" + localId(number);
        put(name + ".dat", file);
        put(name + ".ctl", control(number).getBytes(StandardCharsets.UTF_8));
        return Optional.empty();
    }

    /** What was written of an earlier file, cut off before its control file was there, is never sent: it goes again in this one. */
    private void removeCutShort() throws IOException {
        try (DirectoryStream<Path> left =
                Files.newDirectoryStream(folder, settings.organisation() + "_CPIS*.{dat,writing}")) {
            for (Path file : left) {
                String name = file.getFileName().toString();
                Path control = folder.resolve(name.substring(0, name.indexOf('.')) + ".ctl");
                if (name.endsWith(".writing") || !Files.exists(control)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** Whole or not at all: the client must not meet half a file. */
    private void put(String name, byte[] content) throws IOException {
        Path writing = folder.resolve(name + ".writing");
        Files.deleteIfExists(writing);
        Files.createFile(writing, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(PERMISSIONS)));
        Files.write(writing, content);
        Files.move(writing, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private String control(long number) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartElement("DTSControl");
            element(xml, "Version", "1.0");
            element(xml, "AddressType", "DTS");
            element(xml, "MessageType", "Data");
            element(xml, "WorkflowId", settings.workflow());
            element(xml, "To_DTS", settings.nhsMailbox());
            element(xml, "From_DTS", settings.mailbox());
            element(xml, "Subject", "CP-IS upload " + number);
            element(xml, "LocalId", localId(number));
            element(xml, "Compress", "Y");
            element(xml, "AllowChunking", "Y");
            element(xml, "Encrypted", "N");
            xml.writeEndElement();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return text.toString();
    }

    private static void element(XMLStreamWriter xml, String name, String content) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(content);
        xml.writeEndElement();
    }
}
