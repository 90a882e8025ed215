package org.goldenthread.app.correcting;

import java.util.List;
import org.goldenthread.returns.check.Refusal;

/** What of a return can be taken away. */
public record DownloadPage(
        ReturnPage.Head head, List<String> formats, List<String> workers, List<Refusal> leftOut, boolean lookedAfter) {}
