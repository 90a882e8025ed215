package org.goldenthread.app.attachments;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewer;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.audit.Action;
import org.goldenthread.app.audit.AuditLog;
import org.goldenthread.app.drafts.Drafts;
import org.goldenthread.app.records.Fault;
import org.goldenthread.app.records.Kept;
import org.goldenthread.app.records.PersonBar;
import org.goldenthread.app.records.PersonBars;
import org.goldenthread.app.records.RecordForm;
import org.goldenthread.app.records.Records;
import org.goldenthread.app.records.RefusedException;
import org.goldenthread.app.records.ReturnRemarks;
import org.goldenthread.app.records.TypedRecords;
import org.goldenthread.app.web.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Attaching files, and the list of a person's. */
@Controller
class AttachmentsController {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final String FILE = "file";

    private final Pages pages;
    private final Attachments attachments;
    private final Records records;
    private final TypedRecords typedRecords;
    private final PersonBars people;
    private final Drafts drafts;
    private final Viewers viewers;
    private final AuditLog audit;

    AttachmentsController(
            Pages pages,
            Attachments attachments,
            Records records,
            TypedRecords typedRecords,
            PersonBars people,
            Drafts drafts,
            Viewers viewers,
            AuditLog audit) {
        this.pages = pages;
        this.attachments = attachments;
        this.records = records;
        this.typedRecords = typedRecords;
        this.people = people;
        this.drafts = drafts;
        this.viewers = viewers;
        this.audit = audit;
    }

    @GetMapping("/people/{person:[0-9a-f-]{36}}/attachments")
    View list(@PathVariable UUID person) {
        Viewer viewer = viewers.require(Right.SEE_RECORDS);
        PersonBar bar = bar(person);
        audit.add(viewer.account(), viewer.role().label(), Action.PERSON_SEEN, person.toString(), "files");
        return pages.of("attachments", "Files")
                .under(bar.name(), bar.address())
                .with(new AttachmentPage.Files(
                        bar,
                        attachments.listOf(person).stream()
                                .map(each -> new AttachmentPage.Line(
                                        each.file().enclosure(each.title()),
                                        "/records/attachment/" + each.file().attachment()))
                                .toList(),
                        attachments.mayAttach(viewer)));
    }

    @GetMapping("/people/{person:[0-9a-f-]{36}}/records/attachment/new")
    View showNew(@PathVariable UUID person, @RequestParam(required = false) @Nullable UUID follows) {
        attachments.requireWriter(person, follows);
        Optional<Drafts.Draft> draft = drafts.find(draftName(person, follows));
        Map<String, String> typed = draft.map(Drafts.Draft::fields).orElseGet(HashMap::new);
        LocalDate today = records.today();
        typed.putIfAbsent("dated", today.getDayOfMonth() + "/" + today.getMonthValue() + "/" + today.getYear());
        return page(
                person,
                follows,
                typed,
                List.of(),
                "",
                draft.map(each -> org.goldenthread.app.records.Words.moment(each.savedAt()))
                        .orElse(""));
    }

    @PostMapping("/people/{person:[0-9a-f-]{36}}/records/attachment/new")
    View add(
            @PathVariable UUID person,
            @RequestParam(required = false) @Nullable UUID follows,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String held,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request)
            throws IOException {
        attachments.requireWriter(person, follows);
        bar(person);
        Map<String, String> typed = new HashMap<>(sent.toSingleValueMap());
        List<Fault> faults = new ArrayList<>();
        UUID before = ID.matcher(held).matches() ? UUID.fromString(held) : null;
        Incoming incoming = read(file, before, faults);
        if (incoming != null && typed.getOrDefault("title", "").isBlank()) {
            typed.put("title", incoming.name().replaceFirst("\\.[^.]*$", ""));
        }
        try {
            Attachment said = typedRecords.read(attachments.type(), typed);
            if (incoming != null) {
                Kept<Attachment> kept = attachments.add(person, follows, said, incoming, token(typed), before);
                drafts.drop(draftName(person, follows));
                pages.notice(request, "Attached: " + said.summary() + ".");
                return new RedirectView(kept.address());
            }
        } catch (RefusedException refused) {
            faults.addAll(refused.faults());
        }
        // What was sent and is in order need not be sent again.
        String kept = incoming == null
                ? ""
                : (before != null && isNone(file) ? before : attachments.hold(incoming)).toString();
        return page(person, follows, typed, faults, kept, "");
    }

    @GetMapping("/records/attachment/{id:[0-9a-f-]{36}}/files")
    View showNewer(@PathVariable UUID id) {
        viewers.require(Right.WRITE_RECORDS);
        return newerPage(get(id), List.of());
    }

    @PostMapping("/records/attachment/{id:[0-9a-f-]{36}}/files")
    View addNewer(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletRequest request)
            throws IOException {
        viewers.require(Right.WRITE_RECORDS);
        Kept<Attachment> kept = get(id);
        List<Fault> faults = new ArrayList<>();
        Incoming incoming = read(file, null, faults);
        if (incoming == null) {
            return newerPage(kept, faults);
        }
        attachments.addNewer(id, incoming);
        pages.notice(request, "The newer file is added. The earlier stays below it.");
        return new RedirectView(kept.address());
    }

    private @Nullable Incoming read(@Nullable MultipartFile file, @Nullable UUID held, List<Fault> faults)
            throws IOException {
        if (file == null || isNone(file)) {
            Optional<Incoming> before = held == null ? Optional.empty() : attachments.findHeld(held);
            if (before.isEmpty()) {
                faults.add(new Fault(FILE, "Choose the file"));
            }
            return before.orElse(null);
        } else if (file.getSize() > FileCheck.LARGEST) {
            faults.add(new Fault(
                    FILE,
                    "“" + plain(file) + "” is " + KeptFile.size(file.getSize()) + ". The most is "
                            + FileCheck.LARGEST / (1024 * 1024)
                            + " MB: scan it at a lower resolution, or attach it in parts"));
            return null;
        }
        try {
            return Incoming.of(String.valueOf(file.getOriginalFilename()), file.getBytes());
        } catch (FileRefusedException refused) {
            faults.add(new Fault(FILE, "“" + plain(file) + "” is not taken. " + refused.getMessage()));
            return null;
        }
    }

    private static boolean isNone(@Nullable MultipartFile file) {
        return file == null
                || file.isEmpty() && String.valueOf(file.getOriginalFilename()).isBlank();
    }

    private static String plain(MultipartFile file) {
        String name = String.valueOf(file.getOriginalFilename()).replace('\\', '/');
        return name.substring(name.lastIndexOf('/') + 1).replaceAll("[\\p{Cntrl}\\p{Cf}]", "");
    }

    private View page(
            UUID person,
            @Nullable UUID follows,
            Map<String, String> typed,
            List<Fault> faults,
            String held,
            String draftSaved) {
        PersonBar bar = bar(person);
        String draft = draftName(person, follows);
        Optional<Kept<?>> of = records.findFollowed(attachments.type(), follows)
                .filter(each -> each.person().equals(person));
        if (follows != null && of.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        RecordForm form = new RecordForm(
                bar,
                attachments.type(),
                "/people/" + person + "/records/attachment/new",
                draft,
                draftSaved,
                typed,
                faults,
                Map.of(),
                "",
                drafts.listOthers(draft),
                List.of(),
                List.of(),
                Set.of(),
                "",
                0,
                token(typed).toString(),
                follows == null ? "" : follows.toString(),
                false,
                "",
                of.<String>map(Kept::address).orElse("/people/" + person + "/attachments"),
                records.today(),
                ReturnRemarks.Shown.NOTHING);
        String heldName = held.isEmpty()
                ? ""
                : attachments
                        .findHeld(UUID.fromString(held))
                        .map(Incoming::name)
                        .orElse("");
        return pages.of("attachment-form", "Attach a file")
                .status(faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .under(bar.name(), bar.address())
                .with(new AttachmentPage.Form(
                        form,
                        of.map(each -> each.type().title() + ": "
                                        + each.content().summary())
                                .orElse(""),
                        held,
                        heldName));
    }

    private View newerPage(Kept<Attachment> kept, List<Fault> faults) {
        PersonBar bar = bar(kept.person());
        return pages.of("attachment-newer", "Add a newer file")
                .status(faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .under(bar.name(), bar.address())
                .under(attachments.type().title(), kept.address())
                .with(new AttachmentPage.Newer(bar, kept.content().summary(), kept.address(), faults));
    }

    private Kept<Attachment> get(UUID id) {
        return records.find(attachments.type(), id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private PersonBar bar(UUID person) {
        return people.find(person).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static UUID token(Map<String, String> typed) {
        String token = typed.getOrDefault("token", "");
        return ID.matcher(token).matches() ? UUID.fromString(token) : UUID.randomUUID();
    }

    private static String draftName(UUID person, @Nullable UUID follows) {
        return "new.attachment." + (follows == null ? person : follows);
    }
}
