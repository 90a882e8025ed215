package org.goldenthread.app.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.goldenthread.app.access.AccountKeeping;
import org.goldenthread.app.access.Agencies;
import org.goldenthread.app.access.Agency;
import org.goldenthread.app.access.Role;
import org.goldenthread.app.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** The administrator's pages. */
@Controller
class AccountsController {

    private final Pages pages;
    private final AccountKeeping accounts;
    private final Agencies agencies;

    AccountsController(Pages pages, AccountKeeping accounts, Agencies agencies) {
        this.pages = pages;
        this.accounts = accounts;
        this.agencies = agencies;
    }

    @GetMapping("/accounts")
    View list() {
        return page("");
    }

    @PostMapping("/accounts")
    View save(
            @RequestParam String name,
            @RequestParam String post,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String agency) {
        Optional<Role> chosen = Arrays.stream(Role.values())
                .filter(candidate -> candidate.name().equals(role))
                .findFirst();
        String problem = problemOf(name, post, chosen, agency);
        if (!problem.isEmpty()) {
            return page(problem, name, post, role, agency, "", "");
        }
        String secret = accounts.save(name, post.strip(), chosen.orElseThrow(), agency.isEmpty() ? null : agency);
        return page("", "", "", "", "", name.strip(), secret);
    }

    @PostMapping("/accounts/agencies")
    View addAgency(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String sector,
            HttpServletRequest request) {
        Optional<Agency> agency = Agency.of(name, sector);
        if (agency.isEmpty()) {
            return page("Give the agency a name of 2 to 60 letters and choose what it is. \"" + name.strip()
                    + "\" was not kept");
        }
        if (accounts.addAgency(agency.get())) {
            pages.notice(request, agency.get().name() + " is added.");
        } else {
            pages.notDone(request, "There is an agency of that name already.");
        }
        return new RedirectView("/accounts");
    }

    @PostMapping("/accounts/standing")
    View standing(@RequestParam String name, @RequestParam boolean enabled, HttpServletRequest request) {
        accounts.setEnabled(name, enabled);
        pages.notice(
                request, "The account " + name + " is switched " + (enabled ? "on." : "off; its sessions are over."));
        return new RedirectView("/accounts");
    }

    @PostMapping("/accounts/number")
    View number(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String number,
            HttpServletRequest request) {
        String written = number.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        if (!written.matches("(SW[0-9]{1,9})?")) {
            return page("A Social Work England number is SW and digits, like SW123456. \"" + number.strip()
                    + "\" was not kept");
        }
        accounts.setSocialWorkNumber(name, written);
        pages.notice(request, "The Social Work England number of " + name.strip() + " is kept.");
        return new RedirectView("/accounts");
    }

    private View page(String problem) {
        return page(problem, "", "", "", "", "", "");
    }

    private View page(
            String problem, String name, String post, String role, String agency, String secretFor, String secret) {
        return pages.of("accounts", "Accounts")
                .with(new AccountsPage(
                        accounts.listAccounts(),
                        agencies.list(),
                        problem,
                        name,
                        post,
                        role,
                        agency,
                        secretFor,
                        secret));
    }

    private String problemOf(String name, String post, Optional<Role> role, String agency) {
        if (name.strip().length() < 2 || name.strip().length() > 100) {
            return "Give the account a name of 2 to 100 characters";
        }
        if (post.isBlank() || post.length() > 200) {
            return "Give the person’s post, in at most 200 characters";
        }
        if (role.isEmpty()) {
            return "Choose a role";
        }
        boolean partner = role.get() == Role.PARTNER_WORKER;
        if (!partner && !agency.isEmpty()) {
            return "Choose an agency for a partner worker alone; the council’s own people have none";
        }
        return partner && agencies.find(agency).isEmpty() ? "Choose the agency that the partner worker is of" : "";
    }
}
