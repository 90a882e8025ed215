package org.goldenthread.app.attachments;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewer;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.audit.Action;
import org.goldenthread.app.audit.AuditLog;
import org.goldenthread.app.records.Deciding;
import org.goldenthread.app.records.Enclosures;
import org.goldenthread.app.records.Kept;
import org.goldenthread.app.records.RecordPage;
import org.goldenthread.app.records.RecordType;
import org.goldenthread.app.records.RecordTypes;
import org.goldenthread.app.records.Records;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Attaches files, adds newer ones, and gives them out: each time it is logged first. */
@Service
class Attachments implements Enclosures {

    private final Records records;
    private final RecordTypes types;
    private final Deciding deciding;
    private final FileStore files;
    private final Viewers viewers;
    private final AuditLog audit;

    Attachments(
            Records records, RecordTypes types, Deciding deciding, FileStore files, Viewers viewers, AuditLog audit) {
        this.records = records;
        this.types = types;
        this.deciding = deciding;
        this.files = files;
        this.viewers = viewers;
        this.audit = audit;
    }

    /** A file that is given out. */
    record Given(KeptFile file, byte[] content) {}

    RecordType<Attachment> type() {
        return types.getType(Attachment.class);
    }

    /** Whether {@code viewer} may attach files to the person alone, or to whatever record of theirs. */
    boolean mayAttach(Viewer viewer) {
        return deciding.mayBegin(viewer, type());
    }

    /**
     * Whoever is signed in, who must be one who may attach files there.
     *
     * @param follows the record; null for the person alone
     */
    Viewer requireWriter(UUID person, @Nullable UUID follows) {
        Viewer viewer = viewers.require(Right.WRITE_RECORDS);
        if (!mayAttach(viewer) && (follows == null || !files.isOfEarlyHelp(follows, person))) {
            throw new AccessDeniedException("The role " + viewer.role().label() + " attaches no files there.");
        }
        return viewer;
    }

    /**
     * Keeps what is said of a file and the file, or neither.
     *
     * @param follows the record that it belongs to; null for the person alone
     * @param token made when the form was opened: what is sent twice with the same counts once
     * @param held the file's number where it was held since an earlier try; null otherwise
     */
    @Transactional
    public Kept<Attachment> add(
            UUID person, @Nullable UUID follows, Attachment said, Incoming file, UUID token, @Nullable UUID held) {
        Viewer viewer = requireWriter(person, follows);
        Kept<Attachment> kept = records.add(type(), List.of(person), follows, said, token);
        files.add(kept.id(), 1, file, digest(file.content()), viewer.account(), viewer.post());
        if (held != null) {
            files.dropHeld(held);
        }
        return kept;
    }

    /** Adds a newer file of the same document; the earlier stays. Whoever sees a document and writes records may. */
    @Transactional
    public void addNewer(UUID id, Incoming file) {
        Viewer viewer = viewers.require(Right.WRITE_RECORDS);
        Kept<Attachment> kept = get(id);
        if (kept.withdrawn()) {
            throw new AccessDeniedException("A withdrawn attachment takes no file.");
        }
        List<KeptFile> now = files.listFiles(id);
        byte[] digest = digest(file.content());
        // The same file once more, as where a form is sent twice, is no newer one.
        if (!now.isEmpty() && now.getFirst().digest().equals(HexFormat.of().formatHex(digest))) {
            return;
        }
        int number = now.isEmpty() ? 1 : now.getFirst().number() + 1;
        files.add(id, number, file, digest, viewer.account(), viewer.post());
        log(viewer, Action.RECORD_CHANGED, kept, "file " + number);
    }

    /** The file, logged before it is given. Empty where there is none that whoever asks may have. */
    @Transactional
    public Optional<Given> give(UUID id, int number) {
        Optional<Kept<Attachment>> kept = records.find(type(), id);
        Optional<KeptFile> file = files.listFiles(id).stream()
                .filter(each -> each.number() == number)
                .findFirst();
        if (kept.isEmpty() || file.isEmpty()) {
            return Optional.empty();
        }
        log(viewers.getViewer(), Action.ATTACHMENT_DOWNLOADED, kept.get(), "file " + number);
        byte[] content = files.findContent(id, number).orElseThrow();
        if (!HexFormat.of().formatHex(digest(content)).equals(file.get().digest())) {
            throw new IllegalStateException("File " + number + " of attachment " + id
                    + " is not what was kept: its digest differs. Restore it from a backup.");
        }
        return Optional.of(new Given(file.get(), content));
    }

    UUID hold(Incoming file) {
        UUID id = UUID.randomUUID();
        files.hold(id, viewers.require(Right.WRITE_RECORDS).account(), file);
        return id;
    }

    Optional<Incoming> findHeld(UUID id) {
        return files.findHeld(id);
    }

    List<FileStore.Titled> listOf(UUID person) {
        return files.listOf(person);
    }

    private Kept<Attachment> get(UUID id) {
        return records.find(type(), id)
                .orElseThrow(() -> new AccessDeniedException("That attachment is not there, or not theirs to see."));
    }

    @Override
    public Enclosed of(Kept<?> record) {
        Viewer viewer = viewers.getViewer();
        List<Enclosure> enclosures = new ArrayList<>();
        List<RecordPage.Start> starts = new ArrayList<>();
        boolean own = record.type().id().equals(type().id());
        boolean ofPerson = record.id().equals(record.person());
        if (own && record.withdrawn()) {
            enclosures.add(new Enclosure(
                    "The file is kept and given to nobody while this is withdrawn", "Restore it to have it back", ""));
        } else if (own) {
            files.listFiles(record.id())
                    .forEach(file -> enclosures.add(file.enclosure(
                            (file.number() > 1 ? "Version " + file.number() + ": " : "") + file.name())));
        } else if (!ofPerson) {
            files.listAttachedTo(record.id())
                    .forEach(each -> enclosures.add(each.file().enclosure(each.title())));
        }
        if (!record.withdrawn() && !ofPerson && viewer.may(Right.WRITE_RECORDS)) {
            if (own) {
                starts.add(new RecordPage.Start("Add a newer file", record.address() + "/files"));
            } else if (mayAttach(viewer) || files.isOfEarlyHelp(record.id(), record.person())) {
                starts.add(new RecordPage.Start(
                        "Attach a file",
                        "/people/" + record.person() + "/records/attachment/new?follows=" + record.id()));
            }
        }
        return new Enclosed(enclosures, starts);
    }

    private void log(Viewer viewer, Action action, Kept<Attachment> kept, String detail) {
        audit.add(
                viewer.account(),
                viewer.role().label(),
                action,
                kept.person().toString(),
                "attachment " + kept.id() + ", " + detail);
    }

    private static byte[] digest(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
