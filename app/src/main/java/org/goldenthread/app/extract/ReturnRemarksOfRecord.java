package org.goldenthread.app.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.records.AsTyped;
import org.goldenthread.app.records.Kept;
import org.goldenthread.app.records.RecordType;
import org.goldenthread.app.records.Remarks;
import org.goldenthread.app.records.ReturnRemarks;
import org.goldenthread.returns.check.Kind;
import org.springframework.stereotype.Component;

/**
 * Of all that the returns would say of a child, what concerns one record: what is found at a column that the record itself feeds, and, while
 * it is typed, what would not be found if it stayed as it is.
 */
@Component
class ReturnRemarksOfRecord implements ReturnRemarks, Remarks {

    private final ReturnChecks checks;
    private final Viewers viewers;

    ReturnRemarksOfRecord(ReturnChecks checks, Viewers viewers) {
        this.checks = checks;
        this.viewers = viewers;
    }

    @Override
    public boolean feeds(RecordType<?> type) {
        return ReturnColumns.isFedBy(type.id());
    }

    /** A thing found, by what it says of the child: its row may stand elsewhere once another is typed. */
    private record Finding(String returnName, String rule, String table, List<String> fields, List<String> texts) {

        private static Finding of(ReturnChecks.Checked checked, ReturnChecks.Found found) {
            return new Finding(
                    checked.name(),
                    found.fault().rule(),
                    found.fault().table(),
                    found.fault().fields(),
                    found.texts());
        }
    }

    @Override
    public List<Remark> of(AsTyped typed) {
        ReturnChecks.Checking checking = checks.begin(typed.person());
        Map<Finding, Integer> saved = counts(checking.check(null));
        // Of a record that is there already, what is found because it is there concerns its form too.
        Map<Finding, Integer> without = typed.isNew()
                ? new HashMap<>(saved)
                : counts(checking.check(AsTyped.without(typed.type(), typed.id(), typed.person())));
        List<Remark> remarks = new ArrayList<>();
        for (ReturnChecks.Checked checked : checking.check(typed)) {
            for (ReturnChecks.Found found : checked.found()) {
                Finding finding = Finding.of(checked, found);
                boolean caused = isNew(saved, finding);
                boolean concerns = isNew(without, finding);
                Remark remark = remark(checked, found, typed.type().id(), typed.id(), typed.person());
                if ((caused || concerns && !remark.field().isEmpty()) && !remarks.contains(remark)) {
                    remarks.add(remark);
                }
            }
        }
        // A rule that looks at several rows finds the same in each: it is said once, and beside the answer where it can
        // be.
        List<String> beside = remarks.stream()
                .filter(remark -> !remark.field().isEmpty())
                .map(Remark::rule)
                .toList();
        remarks.removeIf(remark -> remark.field().isEmpty() && beside.contains(remark.rule()));
        return remarks;
    }

    @Override
    public List<String> of(Kept<?> record) {
        if (record.withdrawn() || !feeds(record.type()) || !viewers.getViewer().may(Right.SEE_SOCIAL_CARE)) {
            return List.of();
        }
        ReturnChecks.Checking checking = checks.begin(record.person());
        Map<Finding, Integer> without =
                counts(checking.check(AsTyped.without(record.type(), record.id(), record.person())));
        List<String> remarks = new ArrayList<>();
        for (ReturnChecks.Checked checked : checking.check(null)) {
            for (ReturnChecks.Found found : checked.found()) {
                boolean concerns = isNew(without, Finding.of(checked, found));
                Remark remark = remark(checked, found, record.type().id(), record.id(), record.person());
                String words = "Return check: " + remark.message() + " (" + remark.rule() + ")";
                if (concerns && !remark.field().isEmpty() && !remarks.contains(words)) {
                    remarks.add(words);
                }
            }
        }
        return remarks;
    }

    private static Map<Finding, Integer> counts(List<ReturnChecks.Checked> all) {
        Map<Finding, Integer> counts = new HashMap<>();
        for (ReturnChecks.Checked checked : all) {
            checked.found().forEach(found -> counts.merge(Finding.of(checked, found), 1, Integer::sum));
        }
        return counts;
    }

    /** Whether it is found more often than before; each that is asked about is counted off. */
    private static boolean isNew(Map<Finding, Integer> before, Finding finding) {
        return before.merge(finding, -1, Integer::sum) < 0;
    }

    private static Remark remark(
            ReturnChecks.Checked checked, ReturnChecks.Found found, String kind, UUID record, UUID person) {
        // A person's own answers stand in every row of theirs.
        boolean own = record.equals(person) || found.from().contains(record.toString());
        String field = own
                ? ReturnColumns.findField(
                                kind,
                                checked.name(),
                                found.fault().table(),
                                found.fault().fields(),
                                found.texts())
                        .orElse("")
                : "";
        return new Remark(
                field,
                found.fault().message(),
                (checked.name().equals("cin") ? "census" : "SSDA903")
                        + (found.fault().kind() == Kind.ERROR ? ", error " : ", query ")
                        + found.fault().rule(),
                found.suggestion());
    }
}
