package org.goldenthread.app.tasks;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the teams. */
@Repository
class TeamBook {

    private final JdbcClient jdbc;

    TeamBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<TeamsPage.Team> listTeams() {
        return jdbc
                .sql("select id, name from team where agency = '' order by name")
                .query((row, number) -> new TeamsPage.Team(row.getString("id"), row.getString("name"), List.of()))
                .list()
                .stream()
                .map(team -> new TeamsPage.Team(
                        team.id(),
                        team.name(),
                        jdbc.sql("select m.account, a.post from team_member m join account a on a.name = m.account"
                                        + " where m.team = ? order by a.post")
                                .param(team.id())
                                .query((row, number) ->
                                        new TeamsPage.Member(row.getString("account"), row.getString("post")))
                                .list()))
                .toList();
    }

    /** @return whether there was none of that id */
    boolean add(String id, String name) {
        return jdbc.sql("insert into team (id, name) values (?, ?) on conflict do nothing")
                        .params(id, name)
                        .update()
                == 1;
    }

    void addMember(String team, String account, boolean manages) {
        jdbc.sql("""
                        insert into team_member (team, account, manages) values (?, ?, ?)
                        on conflict (account, team) do update set manages = excluded.manages
                        """).params(team, account, manages).update();
    }

    void removeMember(String team, String account) {
        jdbc.sql("delete from team_member where team = ? and account = ?")
                .params(team, account)
                .update();
    }
}
