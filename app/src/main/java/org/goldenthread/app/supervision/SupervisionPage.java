package org.goldenthread.app.supervision;

import java.util.List;

/**
 * A session as it is written down.
 *
 * @param sections of the children talked about; none while they are still to be chosen
 * @param token made when the form was opened: what is sent twice counts once
 */
public record SupervisionPage(
        List<Choice> choices,
        List<Section> sections,
        String held,
        String supervisor,
        String attended,
        List<Problem> problems,
        String token) {

    /** A child who may be talked about. */
    public record Choice(String person, String name, String worker) {}

    /** What was typed of one child. */
    public record Section(String person, String name, String ownWords, String discussion, String actions) {}

    /** @param at the id of what it is about on the page */
    public record Problem(String at, String words) {}

    public String problemAt(String at) {
        return problems.stream()
                .filter(each -> each.at().equals(at))
                .map(Problem::words)
                .findFirst()
                .orElse("");
    }
}
