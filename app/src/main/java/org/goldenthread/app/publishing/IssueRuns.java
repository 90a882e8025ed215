package org.goldenthread.app.publishing;

import java.time.YearMonth;
import java.util.Optional;
import java.util.function.Function;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.audit.AuditLog;
import org.goldenthread.app.runs.Refusal;
import org.goldenthread.app.runs.Run;
import org.goldenthread.app.runs.Runs;
import org.goldenthread.core.disclosure.NotProvedException;
import org.goldenthread.returns.Progress;
import org.springframework.stereotype.Service;

/** Issues reports one after another, each in the name of whoever asked for it. */
@Service
class IssueRuns implements AutoCloseable {

    private final Reports reports;
    private final Viewers viewers;
    private final AuditLog audit;
    private final Runs<Asked, Long> runs = new Runs<>("issue of a report");

    /** @param seen see {@link Reports#issue} */
    record Asked(YearMonth month, long seen) {}

    IssueRuns(Reports reports, Viewers viewers, AuditLog audit) {
        this.reports = reports;
        this.viewers = viewers;
        this.audit = audit;
    }

    Optional<Run<Asked, Long>> findRun(String id) {
        return runs.findRun(id);
    }

    /**
     * Starts to issue a month's report. Whoever asks while it is being issued, or with a form that was opened before it was, is
     * given the same run.
     *
     * @param seen see {@link Reports#issue}
     * @return id of the run
     */
    synchronized String start(YearMonth month, long seen) {
        viewers.require(Right.ISSUE_REPORT);
        Optional<Run<Asked, Long>> same = runs.listRuns().stream()
                .filter(run -> run.what().month().equals(month))
                .filter(run -> run.state() == Run.State.RUNNING || (run.result() != null && run.result() > seen))
                .findFirst();
        if (same.isPresent()) {
            return same.get().id();
        }
        String id = Runs.newId();
        runs.add(id, new Asked(month, seen));
        Function<Progress, Long> work = progress -> issue(month, seen, progress);
        runs.start(id, viewers.carrying(audit.carrying(work))::apply);
        return id;
    }

    private Long issue(YearMonth month, long seen, Progress progress) {
        try {
            return reports.issue(month, seen, progress);
        } catch (NotProvedException refused) {
            throw new Refusal(
                    refused.getMessage()
                            + " Look at these rows: a figure that was public before may have been revised to a small one.",
                    refused);
        } catch (NotIssuedException refused) {
            throw new Refusal(String.valueOf(refused.getMessage()), refused);
        }
    }

    @Override
    public void close() {
        runs.close();
    }
}
