package org.goldenthread.app.people;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The teams and who is in them. */
@Repository
class Teams {

    private final JdbcClient jdbc;

    Teams(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One whom a person may be allocated to. */
    record Member(String account, String post) {}

    /** A team with its workers. */
    public record Team(String id, String name, List<Member> members) {}

    List<Team> listTeams() {
        return jdbc
                .sql("select id, name from team where agency = '' order by name")
                .query((row, number) -> new Team(row.getString("id"), row.getString("name"), List.of()))
                .list()
                .stream()
                .map(team -> new Team(team.id(), team.name(), listMembers(team.id())))
                .toList();
    }

    private List<Member> listMembers(String team) {
        return jdbc.sql("select account, post from team_posts(?)")
                .param(team)
                .query((row, number) -> new Member(row.getString("account"), row.getString("post")))
                .list();
    }
}
