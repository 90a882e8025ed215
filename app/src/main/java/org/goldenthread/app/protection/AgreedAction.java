package org.goldenthread.app.protection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.goldenthread.app.records.Ask;
import org.goldenthread.app.records.Content;
import org.goldenthread.app.records.Happening;
import org.goldenthread.app.records.Kind;
import org.jspecify.annotations.Nullable;

/** What was agreed to be done: by whom, and by which day. */
@Kind(
        id = "agreed-action",
        title = "Agreed action",
        plural = "Agreed actions",
        follows = {"strategy-discussion", "child-protection-plan", "child-in-need-plan"},
        events = {"action-due", "action-done"})
record AgreedAction(
        @Ask(value = "What is to be done", needed = true) String what,

        @Ask(
                value = "Who does it",
                hint = "A named person or post: an action without an owner is nobody’s",
                needed = true)
        String owner,

        @Ask(value = "By which day", needed = true) LocalDate due,

        @Ask(value = "Done on", hint = "Leave blank until it is done") @Nullable LocalDate done,

        @Ask(value = "Note", prose = true) String note)
        implements Content {

    @Override
    public String summary() {
        return what + " (" + owner + ")";
    }

    @Override
    public List<Happening> happenings() {
        List<Happening> happened = new ArrayList<>();
        happened.add(Happening.of("action-due", due, "Action promised by " + owner + ": " + what));
        if (done != null) {
            happened.add(Happening.of("action-done", done, "Action done: " + what));
        }
        return happened;
    }
}
