package org.goldenthread.app.people;

import org.goldenthread.app.records.Merging;
import org.goldenthread.app.records.PersonBar;

/** What undoing a merge does, before it is done. */
public record MergeUndoPage(PersonBar bar, Merging.Undoing undoing, String reason, String problem) {}
