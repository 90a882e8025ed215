package org.goldenthread.app.tasks;

import java.util.List;

/** The teams, and the accounts that may join one. */
public record TeamsPage(List<Team> teams, List<Member> accounts, String name, String problem) {

    public record Team(String id, String name, List<Member> members) {}

    public record Member(String account, String post) {}
}
