package org.goldenthread.app.partners;

import java.util.ArrayList;
import java.util.List;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewer;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.records.Kept;
import org.goldenthread.app.records.NextSteps;
import org.goldenthread.app.records.RecordPage;
import org.springframework.stereotype.Component;

/** From a MASH enquiry an agency is asked; a record that may be shared is shared from its own page. */
@Component
class AgencySteps implements NextSteps {

    private final Sharings sharings;
    private final Viewers viewers;

    AgencySteps(Sharings sharings, Viewers viewers) {
        this.sharings = sharings;
        this.viewers = viewers;
    }

    @Override
    public List<RecordPage.Start> of(Kept<?> record) {
        Viewer viewer = viewers.getViewer();
        List<RecordPage.Start> starts = new ArrayList<>();
        if (record.withdrawn() || !viewer.may(Right.WRITE_RECORDS) || !viewer.may(Right.SEE_SOCIAL_CARE)) {
            return starts;
        }
        String base = "/people/" + record.person() + "/agencies";
        if (record.type().id().equals("contact") && record.state().equals("mash-enquiry")) {
            starts.add(new RecordPage.Start("Ask an agency", base + "/ask?contact=" + record.id()));
        }
        if (sharings.listKinds().contains(record.type().table())) {
            starts.add(new RecordPage.Start(
                    "Share with an agency",
                    base + "/share?kind=" + record.type().id() + "&record=" + record.id()));
        }
        return starts;
    }
}
