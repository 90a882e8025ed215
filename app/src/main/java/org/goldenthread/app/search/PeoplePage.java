package org.goldenthread.app.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * What the page for finding people shows.
 *
 * @param findsEveryChild whether the one who asks is told of people whose records they may not see
 */
public record PeoplePage(FoundPeople found, boolean findsEveryChild) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    public boolean asked() {
        return !found.words().isEmpty();
    }

    /** Such as {@code 3 people}; of a later page which they are. */
    public String count() {
        int people = found.people().size();
        int before = (found.page() - 1) * PersonSearch.PAGE_SIZE;
        if (before > 0 || found.more() || found.cutOff()) {
            return "People " + (before + 1) + " to " + (before + people);
        }
        return people == 1 ? "1 person" : people + " people";
    }

    public String born(Shown shown) {
        LocalDate born = shown.born();
        LocalDate expected = shown.expected();
        if (born != null) {
            return "Born " + DAY.format(born);
        }
        return expected == null ? "Date of birth not known" : "Expected " + DAY.format(expected);
    }

    public String address(int page) {
        return "/people?q=" + URLEncoder.encode(found.words(), StandardCharsets.UTF_8) + "&page=" + page;
    }
}
