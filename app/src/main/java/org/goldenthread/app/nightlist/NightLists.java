package org.goldenthread.app.nightlist;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import org.goldenthread.app.audit.Action;
import org.goldenthread.app.audit.AuditLog;
import org.goldenthread.app.database.AsSystem;
import org.goldenthread.app.records.Words;
import org.goldenthread.app.web.CouncilName;
import org.goldenthread.publication.EncryptedPdf;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the list; each child in it has a line of the audit log before it is given out. */
@Service
class NightLists {

    private final KnownChildren known;
    private final NightListProperties settings;
    private final CouncilName council;
    private final AuditLog audit;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    NightLists(
            KnownChildren known,
            NightListProperties settings,
            CouncilName council,
            AuditLog audit,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.known = known;
        this.settings = settings;
        this.council = council;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A list that was made. */
    record Made(byte[] pdf, int children) {}

    /**
     * @param account for whom it is made; role and how it goes out, for the log
     * @throws IllegalArgumentException where the passphrase is none
     */
    Made make(String passphrase, String account, String role, String how) {
        List<KnownChild> children = known.list();
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try {
            EncryptedPdf.write(
                    NightListText.of(children, council.name(), Words.moment(clock.instant()), settings.dutyNumbers()),
                    passphrase,
                    pdf);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        AsSystem.run(() -> transactions.executeWithoutResult(unused -> {
            audit.add(account, role, Action.NIGHT_LIST_MADE, "night list", how + ", " + children.size() + " children");
            children.forEach(child -> audit.add(
                    account, role, Action.NIGHT_LIST_MADE, child.person().toString(), how));
        }));
        return new Made(pdf.toByteArray(), children.size());
    }

    /** Writes a file whole or not at all, readable by its owner alone. */
    static void write(byte[] content, Path target) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        Path half = folder != null && Files.getFileStore(folder).supportsFileAttributeView("posix")
                ? Files.createTempFile(
                        folder,
                        ".night-list",
                        ".part",
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : Files.createTempFile(folder, ".night-list", ".part");
        try {
            Files.write(half, content);
            try {
                Files.move(half, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException elsewhere) {
                Files.move(half, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(half);
        }
    }
}
