package org.goldenthread.measures.scorecard.disclosure;

import java.util.regex.Pattern;

/** Text that people wrote, in which a hidden number may stand. */
final class FreeText {

    /** What a row, and each hidden cell, says in place of a number; the words of the committee's papers. */
    static final String MARK = "Data suppressed, see part 2";

    private static final Pattern FAMILIAR = Pattern.compile(
            "(?i)\\b(indicators? [\\d.]+[a-z]?(, [\\d.]+[a-z]?)*|ssda ?903|oc3|part [12]|list \\d{1,2}|section \\d{1,3}|s\\d{2}|paragraphs? \\d[\\d.]*|schedule \\d+[a-z]?|"
                    + "(\\d{1,2} )?(january|february|march|april|may|june|july|august|september|october|november|december|"
                    + "jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)[ -]?(19|20)?\\d{2}|"
                    + "(19|20)\\d{2}(-\\d{2}-\\d{2}|[-/]\\d{2,4})?|annex a)\\b");

    private static final Pattern NUMBER = Pattern.compile(
            "(?i)\\d|\\b(no|none|nil|nought|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|single|sole|only|both|"
                    + "couple|pair|dozen|half|twins?|siblings?|an?other|an? (child|family|pupil|young person|care leaver|carer|boy|girl|"
                    + "household|baby|case))\\b");

    private FreeText() {}

    /** Whether the text names a number other than a year, a date or the number of a form, list or section of law. */
    static boolean holdsNumber(String text) {
        return NUMBER.matcher(FAMILIAR.matcher(text).replaceAll(" ")).find();
    }

    /** A row's note where something of the row is hidden: the mark, after whatever of the note is safe. */
    static String markedNote(String note) {
        if (note.isBlank() || holdsNumber(note) || note.contains(MARK)) {
            return MARK;
        }
        String kept = note.strip();
        return kept + (kept.endsWith(".") ? " " : ". ") + MARK;
    }
}
