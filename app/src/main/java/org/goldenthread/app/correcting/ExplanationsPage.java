package org.goldenthread.app.correcting;

import java.util.List;

/** The explanations that go with a return. */
public record ExplanationsPage(ReturnPage.Head head, List<Line> lines) {

    /** One of them. */
    public record Line(
            String rule, String message, String child, String subject, String words, String given, boolean carried) {}
}
