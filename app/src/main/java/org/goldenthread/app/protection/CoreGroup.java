package org.goldenthread.app.protection;

import java.time.LocalDate;
import java.util.List;
import org.goldenthread.app.records.Ask;
import org.goldenthread.app.records.Content;
import org.goldenthread.app.records.Happening;
import org.goldenthread.app.records.Kind;

@Kind(
        id = "core-group",
        title = "Core group",
        plural = "Core groups",
        follows = "child-protection-plan",
        events = "core-group-met")
record CoreGroup(
        @Ask(value = "Date", needed = true, today = true) LocalDate held,
        @Ask(value = "Who took part", prose = true) String attended,

        @Ask(value = "The child’s own words", prose = true, voice = true)
        String ownWords,

        @Ask(value = "Progress of the plan", prose = true) String progress)
        implements Content {

    @Override
    public String summary() {
        return "Core group met";
    }

    @Override
    public List<Happening> happenings() {
        return List.of(new Happening("core-group-met", held, null, true, summary()));
    }
}
