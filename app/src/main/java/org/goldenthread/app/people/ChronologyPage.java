package org.goldenthread.app.people;

import java.util.List;
import org.goldenthread.app.moving.Mirrors;
import org.goldenthread.app.records.Event;
import org.goldenthread.app.records.PersonBar;
import org.goldenthread.app.web.Paging;

/**
 * What happened to a person, the latest first.
 *
 * @param significant whether only what was picked out is shown
 * @param asKnown the day as at whose end it is shown; empty for now
 * @param mirrors what the present system says, which is not the record, area by area
 */
public record ChronologyPage(
        PersonBar bar,
        List<Event> events,
        boolean significant,
        String asKnown,
        Paging paging,
        boolean mayPick,
        List<Mirrors.Shown> mirrors) {}
