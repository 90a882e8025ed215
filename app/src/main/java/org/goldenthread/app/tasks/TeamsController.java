package org.goldenthread.app.tasks;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.goldenthread.app.access.Accounts;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewer;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.audit.Action;
import org.goldenthread.app.audit.AuditLog;
import org.goldenthread.app.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Teams and who is in them: whoever is in a team sees the children allocated to it. */
@Controller
class TeamsController {

    private final Pages pages;
    private final TeamBook teams;
    private final Accounts accounts;
    private final Viewers viewers;
    private final AuditLog audit;

    TeamsController(Pages pages, TeamBook teams, Accounts accounts, Viewers viewers, AuditLog audit) {
        this.pages = pages;
        this.teams = teams;
        this.accounts = accounts;
        this.viewers = viewers;
        this.audit = audit;
    }

    @GetMapping("/teams")
    View show() {
        return page("", "");
    }

    @PostMapping("/teams")
    View add(@RequestParam(defaultValue = "") String name, HttpServletRequest request) {
        Viewer viewer = viewers.require(Right.MANAGE_ACCOUNTS);
        String id = name.strip()
                .toLowerCase(Locale.UK)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        if (id.length() < 2 || id.length() > 60) {
            return page(name, "Enter the team’s name, in 2 to 60 letters and figures");
        }
        if (!teams.add(id, name.strip())) {
            return page(name, "There is a team of that name already");
        }
        audit.add(viewer.account(), viewer.role().label(), Action.ACCOUNT_CHANGED, "team " + id, "made");
        pages.notice(request, "The team " + name.strip() + " is made. Add its members.");
        return new RedirectView("/teams");
    }

    @PostMapping("/teams/members")
    View member(
            @RequestParam String team,
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "false") boolean remove,
            HttpServletRequest request) {
        Viewer viewer = viewers.require(Right.MANAGE_ACCOUNTS);
        if (account.isBlank()) {
            pages.notDone(request, "Choose who joins the team.");
        } else if (remove) {
            teams.removeMember(team, account);
            audit.add(
                    viewer.account(),
                    viewer.role().label(),
                    Action.ACCOUNT_CHANGED,
                    "team " + team,
                    "without " + account);
        } else {
            boolean manages = accounts.listAccounts().stream()
                    .anyMatch(each -> each.name().equals(account) && each.role().may(Right.ALLOCATE));
            teams.addMember(team, account, manages);
            audit.add(
                    viewer.account(), viewer.role().label(), Action.ACCOUNT_CHANGED, "team " + team, "with " + account);
        }
        return new RedirectView("/teams");
    }

    private View page(String name, String problem) {
        List<TeamsPage.Member> practitioners = accounts.listAccounts().stream()
                .filter(account -> account.enabled() && account.role().may(Right.SEE_RECORDS))
                .map(account -> new TeamsPage.Member(account.name(), account.post()))
                .toList();
        return pages.of("teams", "Teams")
                .status(problem.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .with(new TeamsPage(teams.listTeams(), practitioners, name, problem));
    }
}
