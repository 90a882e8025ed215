package org.goldenthread.app.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewer;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.records.Kept;
import org.goldenthread.app.records.NextSteps;
import org.goldenthread.app.records.RecordPage;
import org.springframework.stereotype.Component;

/**
 * What is to be done of the file when care ended with the child adopted: it is restricted to those who must still see it, and the new
 * identity is made and sealed (Adoption Agencies Regulations 2005, part 7; Disclosure of Adoption Information Regulations 2005).
 */
@Component
class AfterAdoption implements NextSteps {

    /** The reasons of the SSDA903 for the end of care that are an adoption. */
    private static final Set<String> ADOPTED = Set.of("E11", "E12");

    private final Access access;
    private final SealedIdentities identities;
    private final Viewers viewers;

    AfterAdoption(Access access, SealedIdentities identities, Viewers viewers) {
        this.access = access;
        this.identities = identities;
        this.viewers = viewers;
    }

    @Override
    public List<RecordPage.Start> of(Kept<?> record) {
        if (!isAdoption(record)) {
            return List.of();
        }
        List<RecordPage.Start> starts = new ArrayList<>();
        UUID person = record.person();
        Viewer viewer = viewers.getViewer();
        if (viewer.may(Right.RESTRICT) && access.findRestriction(person).isEmpty()) {
            starts.add(new RecordPage.Start("Restrict the file", "/people/" + person + "/access"));
        }
        if (viewer.may(Right.SEAL_IDENTITY) && !identities.isSealed(person)) {
            starts.add(new RecordPage.Start("Seal the new identity", "/people/" + person + "/sealed"));
        }
        return starts;
    }

    private static boolean isAdoption(Kept<?> record) {
        return !record.withdrawn()
                && record.type().id().equals("period-of-care")
                && record.type().fields().stream()
                        .anyMatch(field ->
                                field.name().equals("reasonEnded") && ADOPTED.contains(field.text(record.content())));
    }
}
