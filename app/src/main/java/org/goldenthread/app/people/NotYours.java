package org.goldenthread.app.people;

import java.util.List;
import java.util.UUID;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/** What whoever may not see a file is told: that it is there, and whom to ask. */
@Component
class NotYours {

    private final JdbcClient jdbc;
    private final Pages pages;
    private final Viewers viewers;

    NotYours(JdbcClient jdbc, Pages pages, Viewers viewers) {
        this.jdbc = jdbc;
        this.pages = pages;
        this.viewers = viewers;
    }

    private record Ask(boolean restricted, String ask, String team, String post) {}

    View page(UUID person, String reason, String problem) {
        List<Ask> found = jdbc.sql("select restricted, ask, team_name, post from who_to_ask(?)")
                .param(person)
                .query((row, number) ->
                        new Ask(row.getBoolean(1), row.getString(2), row.getString(3), row.getString(4)))
                .list();
        if (found.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Ask ask = found.getFirst();
        return pages.of(
                        "person-not-yours",
                        ask.restricted() ? "This file is restricted" : "This file is not yours to see")
                .status(HttpStatus.FORBIDDEN)
                .with(new NotYoursPage(
                        person,
                        ask.restricted(),
                        ask.ask(),
                        ask.team(),
                        ask.post(),
                        viewers.getViewer().may(Right.BREAK_GLASS),
                        reason,
                        problem));
    }
}
