package org.goldenthread.app.tasks;

import java.util.List;
import java.util.Map;
import org.goldenthread.app.access.DemoStanding;
import org.goldenthread.app.access.FirstAccounts;
import org.goldenthread.app.database.AsSystem;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The demo's teams, so that its accounts see one another's work as colleagues would. */
@Component
@Order(DemoTeams.AFTER_THE_ACCOUNTS)
class DemoTeams implements ApplicationRunner {

    static final int AFTER_THE_ACCOUNTS = FirstAccounts.ORDER + 1;

    private static final Map<String, List<String>> TEAMS = Map.of(
            "Front door", List.of("front-door-worker", "front-door-manager", "emergency-duty-worker"),
            "Early help team", List.of("early-help-worker", "early-help-manager"),
            "Assessment team", List.of("social-worker", "team-manager"),
            "Reviewing service", List.of("reviewing-officer"));

    private final TeamBook teams;
    private final DemoStanding standing;

    DemoTeams(TeamBook teams, DemoStanding standing) {
        this.teams = teams;
        this.standing = standing;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (standing.isDemo()) {
            AsSystem.run(() -> TEAMS.forEach((name, members) -> {
                String id = name.toLowerCase(java.util.Locale.UK).replace(' ', '-');
                if (teams.add(id, name)) {
                    members.forEach(account -> teams.addMember(id, account, account.endsWith("-manager")));
                }
            }));
        }
    }
}
