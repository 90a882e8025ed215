package org.goldenthread.app.moving;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.goldenthread.returns.check.Kind;
import org.goldenthread.returns.check.Validation;

/** What the rules of a return found, once for each child and rule. */
final class Findings {

    private Findings() {}

    static Given.Checked of(String title, Validation found) {
        Set<Given.Finding> findings = new LinkedHashSet<>();
        for (Validation.Fault fault : found.faults()) {
            // What concerns the return as a whole, such as its header, is nothing of what is moved.
            if (!fault.child().isEmpty()) {
                findings.add(
                        new Given.Finding(fault.rule(), fault.kind() == Kind.ERROR, fault.message(), fault.child()));
            }
        }
        return new Given.Checked(title, found.run().size(), found.notRun().size(), List.copyOf(findings));
    }
}
