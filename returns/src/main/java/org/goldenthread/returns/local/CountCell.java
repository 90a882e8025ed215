package org.goldenthread.returns.local;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.goldenthread.returns.tabular.GridCell;

/** What somebody wrote for one count. */
sealed interface CountCell {
    /** Nothing. */
    record Blank() implements CountCell {}

    record Number(double value) implements CountCell {}

    /** Why there is no number: {@code not collected}, {@code not applicable} or {@code awaiting publication}. */
    record State(String state) implements CountCell {}

    record Refused(String problem) implements CountCell {}

    Pattern NUMBER = Pattern.compile("£?(\\d{1,3}(?:,\\d{3})+|\\d+)(\\.\\d+)?\\s*%?");

    static CountCell read(GridCell cell) {
        if (cell.isBlank()) {
            return new Blank();
        }
        String text = cell.text().strip();
        Matcher number = NUMBER.matcher(text);
        if (number.matches()) {
            String decimals = number.group(2) == null ? "" : number.group(2);
            return new Number(Double.parseDouble(number.group(1).replace(",", "") + decimals));
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "not collected", "nc", "not available", "no data" -> new State("not collected");
            case "n/a", "na", "not applicable", "z" -> new State("not applicable");
            case "awaiting publication", "awaited", "tbc", "pending", "not yet" -> new State("awaiting publication");
            case "-" -> new Blank();
            default ->
                new Refused("\"" + (text.length() > 40 ? text.substring(0, 40) + "..." : text)
                        + "\" is not a number of nought or more");
        };
    }
}
