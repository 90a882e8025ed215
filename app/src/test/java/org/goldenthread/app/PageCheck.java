package org.goldenthread.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What is asked of every page in a browser, at the width of a desk and of a telephone. */
final class PageCheck {

    static final int DESK = 1280;
    static final int PHONE = 375;

    private static final String SCREENSHOTS = System.getProperty("golden-thread.screenshots", "");

    private PageCheck() {}

    /** @param name what its picture is called */
    static void assertFaultless(Page page, String name) {
        for (int width : List.of(PHONE, DESK)) {
            page.setViewportSize(width, 900);
            picture(page, "after", "/" + name, width, true);
            assertThat(violations(page)).as(name + " at " + width).isEmpty();
            assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth + 1"))
                    .as(name + " at " + width)
                    .isEqualTo(true);
        }
    }

    static List<String> violations(Page page) {
        return new AxeBuilder(page)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                        .analyze()
                        .getViolations()
                        .stream()
                        .map(PageCheck::inWords)
                        .toList();
    }

    static void picture(Page page, String account, String path, int width, boolean scripts) {
        if (!SCREENSHOTS.isEmpty() && scripts) {
            String name = (account + path).replaceAll("[^A-Za-z0-9]+", "-") + "-" + width + ".png";
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(SCREENSHOTS, name))
                    .setFullPage(true));
        }
    }

    private static String inWords(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " in "
                + rule.getNodes().stream()
                        .limit(3)
                        .map(node -> String.valueOf(node.getHtml()))
                        .collect(Collectors.joining(" and "));
    }
}
