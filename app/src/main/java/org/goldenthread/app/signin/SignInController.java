package org.goldenthread.app.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.SignIns;
import org.goldenthread.app.access.Viewer;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Signing in, choosing a password, and the page each role sees first. */
@Controller
class SignInController {

    private static final int SHORTEST_PASSWORD = 12;
    // bcrypt reads no further than this.
    private static final int LONGEST_PASSWORD_BYTES = 72;

    private static final Map<String, String> PROBLEMS = Map.of(
            "wrong",
            "The account name or the password is not right",
            "locked",
            "There were too many tries. Wait 15 minutes, then try again",
            "refused",
            "Your council’s sign-in did not let you through. Try again",
            "no-role",
            "You are signed in to your council, but have no role here. Ask your administrator for one");
    private static final Map<String, String> MESSAGES = Map.of(
            "ended",
            "Your session has ended. Sign in again to go on.",
            "form-kept",
            "Your session had ended. What you sent is kept as a draft, and is not saved in the record yet. Sign in again and"
                    + " it comes back, to be saved.",
            "signed-out",
            "You have signed out.",
            "demo-ended",
            "The council’s returns are being loaded and the demo has ended. Sign in as administrator, with the"
                    + " one-time secret that was printed where Golden Thread was started; it is also in the file"
                    + " first-administrator.txt in its data folder.");

    private final Pages pages;
    private final SignIns signIns;
    private final Viewers viewers;

    SignInController(Pages pages, SignIns signIns, Viewers viewers) {
        this.pages = pages;
        this.signIns = signIns;
        this.viewers = viewers;
    }

    @GetMapping("/sign-in")
    View form(@RequestParam Map<String, String> parameters) {
        return pages.of("sign-in", "Sign in")
                .with(new SignInPage(
                        first(PROBLEMS, parameters),
                        first(MESSAGES, parameters),
                        signIns.listDemoAccounts(),
                        signIns.findProviderLabel().orElse(null)));
    }

    @PostMapping("/sign-in/demo")
    View demo(@RequestParam String account, HttpServletRequest request, HttpServletResponse response) {
        return new RedirectView(signIns.signInToDemo(account, request, response) ? "/" : "/sign-in?wrong");
    }

    @GetMapping("/")
    View first() {
        Viewer viewer = viewers.getViewer();
        if (viewer.may(Right.SEE_RECORDS) && !viewer.may(Right.SEE_PART_1)) {
            return new RedirectView("/work");
        }
        if (viewer.may(Right.ACT_FOR_AGENCY)) {
            return new RedirectView("/agency");
        }
        if (viewer.may(Right.SEE_CHILDREN)) {
            return new RedirectView("/changes");
        }
        return new RedirectView(viewer.may(Right.MANAGE_ACCOUNTS) ? "/accounts" : "/scorecard");
    }

    @GetMapping("/account/password")
    View passwordForm() {
        return pages.of("choose-password", "Choose a password").with("");
    }

    @PostMapping("/account/password")
    View choosePassword(
            @RequestParam String password,
            @RequestParam String again,
            HttpServletRequest request,
            HttpServletResponse response) {
        String problem = problemOf(password, again);
        if (!problem.isEmpty()) {
            return pages.of("choose-password", "Choose a password").with(problem);
        }
        signIns.choosePassword(viewers.getViewer(), password, request, response);
        pages.notice(request, "Your password is saved.");
        return new RedirectView("/");
    }

    private static String problemOf(String password, String again) {
        if (password.length() < SHORTEST_PASSWORD) {
            return "Choose a password of at least " + SHORTEST_PASSWORD + " characters";
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_PASSWORD_BYTES) {
            return "Choose a password of at most " + LONGEST_PASSWORD_BYTES + " characters";
        }
        return password.equals(again) ? "" : "The two passwords are not the same. Type both again";
    }

    private static String first(Map<String, String> sayings, Map<String, String> parameters) {
        return parameters.keySet().stream()
                .filter(sayings::containsKey)
                .map(sayings::get)
                .findFirst()
                .orElse("");
    }
}
