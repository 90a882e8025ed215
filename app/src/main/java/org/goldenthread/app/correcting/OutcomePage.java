package org.goldenthread.app.correcting;

import java.util.List;
import java.util.Map;
import org.goldenthread.returns.check.Refusal;

/** What was not checked: rules that did not run, and what could not be read. */
public record OutcomePage(ReturnPage.Head head, Map<String, String> notRun, List<Refusal> refusals) {}
