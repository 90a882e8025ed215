package org.goldenthread.app.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * What the page for finding people shows.
 *
 * @param mirrored children of the present system who are nobody of the record yet
 * @param mirrors the people found of whom a mirror tells more, with the day of it
 * @param findsEveryChild whether the one who asks is told of people whose records they may not see
 */
public record PeoplePage(
        FoundPeople found, List<FoundInMirror> mirrored, Map<UUID, LocalDate> mirrors, boolean findsEveryChild) {

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

    public String born(FoundInMirror found) {
        LocalDate born = found.born();
        return born == null ? "Not born when it was taken" : "Born " + DAY.format(born);
    }

    public String asAt(FoundInMirror found) {
        return DAY.format(found.asAt());
    }

    /** The day of the mirror that tells more of somebody; empty where none does. */
    public String mirrored(Shown shown) {
        LocalDate day = mirrors.get(shown.person());
        return day == null ? "" : DAY.format(day);
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
