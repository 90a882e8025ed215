package org.goldenthread.core.disclosure;

import java.util.List;

/** A publication is not made, because what it shows would tell, or could not be proved not to tell, a small count of persons. */
public final class NotProvedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Exposure> exposures;

    public NotProvedException(String what, List<Exposure> exposures) {
        super(what + " "
                + String.join(
                        " ", exposures.stream().limit(5).map(Exposure::message).toList())
                + (exposures.size() > 5 ? " And " + (exposures.size() - 5) + " more." : ""));
        this.exposures = List.copyOf(exposures);
    }

    public List<Exposure> exposures() {
        return exposures;
    }
}
