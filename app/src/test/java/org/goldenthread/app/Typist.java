package org.goldenthread.app;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Map;

/** Somebody of a role of practice at a real browser, who types into the forms and presses their buttons. */
final class Typist implements AutoCloseable {

    private final RunningApplication application;
    private final BrowserContext context;
    private final Page page;

    Typist(RunningApplication application, Browser browser, String role) {
        this.application = application;
        this.context = browser.newContext();
        this.page = context.newPage();
        page.navigate(application.address("/sign-in"));
        page.locator("form:has(input[value='" + role + "']) button").click();
        page.waitForURL(url -> !url.contains("/sign-in"));
    }

    /** @return the person's id */
    String newPerson(Map<String, String> answers) {
        page.navigate(application.address("/people/new"));
        save(answers);
        page.waitForURL(url -> url.matches(".*/people/[0-9a-f-]{36}"));
        return Practitioner.idOf(page.url());
    }

    /** @return the address of the new record */
    String add(String person, String kind, String follows, Map<String, String> answers) {
        page.navigate(application.address("/people/" + person + "/records/" + kind + "/new"
                + (follows.isEmpty() ? "" : "?follows=" + Practitioner.idOf(follows))));
        save(answers);
        page.waitForURL(url -> url.matches(".*/records/" + kind + "/[0-9a-f-]{36}"));
        return page.url().replaceAll("^https?://[^/]*", "");
    }

    void change(String record, Map<String, String> answers) {
        page.navigate(application.address(record + "/change"));
        save(answers);
        page.waitForURL(url -> url.endsWith(record));
    }

    void decide(String record, String move, String reason) {
        page.navigate(application.address(record));
        page.locator("#move-" + move).check();
        if (!reason.isEmpty()) {
            page.locator("#reason").fill(reason);
        }
        page.locator("button:has-text('Record the decision')").click();
        page.locator(".govuk-notification-banner--success").waitFor();
    }

    /** @param why the code of why the social worker changes; empty for not said */
    void allocate(String person, String whom, String duty, String why) {
        page.navigate(application.address("/people/" + person + "/access"));
        page.locator("#whom").selectOption(whom);
        page.locator("#duty").selectOption(duty);
        page.locator("#reasonChanged").selectOption(why);
        page.locator("form[action$='/access/allocate'] button").click();
        page.locator(".govuk-notification-banner--success").waitFor();
    }

    /** The words of a page. */
    String read(String path) {
        page.navigate(application.address(path));
        return page.locator("main").innerText().replaceAll("\\s+", " ");
    }

    private void save(Map<String, String> answers) {
        answers.forEach(this::fill);
        page.locator("main form[data-draft] button[type=submit]").click();
    }

    private void fill(String name, String answer) {
        Locator choice = page.locator("main input[name='" + name + "'][value='" + answer + "']");
        if (choice.count() > 0 && !"text".equals(choice.first().getAttribute("type"))) {
            choice.first().check();
            return;
        }
        Locator field = page.locator("main [name='" + name + "']").first();
        if ("SELECT".equals(field.evaluate("field => field.tagName"))) {
            field.selectOption(answer);
        } else {
            field.fill(answer);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
