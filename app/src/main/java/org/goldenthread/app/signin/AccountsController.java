package org.goldenthread.app.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.goldenthread.app.access.AccountKeeping;
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

    AccountsController(Pages pages, AccountKeeping accounts) {
        this.pages = pages;
        this.accounts = accounts;
    }

    @GetMapping("/accounts")
    View list() {
        return page("", "", "", "", "", "");
    }

    @PostMapping("/accounts")
    View save(@RequestParam String name, @RequestParam String post, @RequestParam(defaultValue = "") String role) {
        Optional<Role> chosen = Arrays.stream(Role.values())
                .filter(candidate -> candidate.name().equals(role))
                .findFirst();
        String problem = problemOf(name, post, chosen);
        if (!problem.isEmpty()) {
            return page(problem, name, post, role, "", "");
        }
        String secret = accounts.save(name, post.strip(), chosen.orElseThrow());
        return page("", "", "", "", name.strip(), secret);
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
            return page(
                    "A Social Work England number is SW and digits, like SW123456. \"" + number.strip()
                            + "\" was not kept",
                    "",
                    "",
                    "",
                    "",
                    "");
        }
        accounts.setSocialWorkNumber(name, written);
        pages.notice(request, "The Social Work England number of " + name.strip() + " is kept.");
        return new RedirectView("/accounts");
    }

    private View page(String problem, String name, String post, String role, String secretFor, String secret) {
        return pages.of("accounts", "Accounts")
                .with(new AccountsPage(accounts.listAccounts(), problem, name, post, role, secretFor, secret));
    }

    private static String problemOf(String name, String post, Optional<Role> role) {
        if (name.strip().length() < 2 || name.strip().length() > 100) {
            return "Give the account a name of 2 to 100 characters";
        }
        if (post.isBlank() || post.length() > 200) {
            return "Give the person’s post, in at most 200 characters";
        }
        return role.isEmpty() ? "Choose a role" : "";
    }
}
