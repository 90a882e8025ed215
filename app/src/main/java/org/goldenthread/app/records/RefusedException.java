package org.goldenthread.app.records;

import java.util.List;

/** What was asked for cannot be saved as it is. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    public RefusedException(List<Fault> faults) {
        super(String.join("; ", faults.stream().map(Fault::message).toList()));
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
