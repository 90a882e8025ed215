package org.goldenthread.app.records;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.goldenthread.core.calendar.DateText;
import org.jspecify.annotations.Nullable;

/** Turns what was typed into a form into a record, or says of each answer what is wrong. */
final class FormReader {

    static final int LONGEST_PROSE = 50_000;

    private static final int LONGEST_LINE = 500;
    private static final Pattern TIME = Pattern.compile("(\\d{1,2})[:. ]?(\\d{2})? ?(am|pm)?");

    private FormReader() {}

    /**
     * What became of a form.
     *
     * @param content the record; null where something is wrong
     */
    record Reading<C extends Content>(@Nullable C content, List<Fault> faults) {}

    /** @param typed by the field's name; each of several answers on a line of its own */
    static <C extends Content> Reading<C> read(RecordType<C> type, Map<String, String> typed, LocalDate today) {
        List<Fault> faults = new ArrayList<>();
        Map<Field, @Nullable Object> answers = new HashMap<>();
        for (Field field : type.fields()) {
            String text = typed.getOrDefault(field.name(), "").strip();
            if (text.isEmpty()) {
                answers.put(field, field.empty());
                if (field.isNeeded()) {
                    faults.add(new Fault(field.name(), missing(field)));
                }
            } else {
                answers.put(field, parse(field, text, today, faults));
            }
        }
        if (!faults.isEmpty()) {
            return new Reading<>(null, faults);
        }
        C content = type.make(answers::get);
        return new Reading<>(content, content.faults());
    }

    private static String missing(Field field) {
        String what =
                Character.toLowerCase(field.label().charAt(0)) + field.label().substring(1);
        return switch (field.form()) {
            case CHOICE, CHOICES, YES_NO -> "Choose an answer: " + what;
            default -> "Enter an answer: " + what;
        };
    }

    /** The answer that {@code text} gives; null, with what is wrong among the faults, where it gives none. */
    static @Nullable Object parse(Field field, String text, LocalDate today, List<Fault> faults) {
        return switch (field.form()) {
            case LINE -> shortEnough(field, text, LONGEST_LINE, faults);
            case PROSE -> shortEnough(field, text, LONGEST_PROSE, faults);
            case DATE -> date(field, text, today, faults);
            case TIME -> time(field, text, faults);
            case YES_NO -> yesOrNo(field, text, faults);
            case NUMBER -> number(field, text, faults);
            case PERSON -> person(field, text, faults);
            case CHOICE -> choice(field, text, today, faults);
            case CHOICES -> choices(field, text, today, faults);
        };
    }

    private static String shortEnough(Field field, String text, int longest, List<Fault> faults) {
        if (text.length() > longest) {
            faults.add(new Fault(
                    field.name(),
                    field.label() + " is " + text.length() + " characters long; shorten it to " + longest
                            + " or fewer"));
        }
        return text.replace("\r\n", "\n");
    }

    private static @Nullable LocalDate date(Field field, String text, LocalDate today, List<Fault> faults) {
        String word = text.toLowerCase(Locale.UK);
        if (word.equals("today")) {
            return today;
        } else if (word.equals("yesterday")) {
            return today.minusDays(1);
        }
        DateText.Reading reading = DateText.read(text);
        if (reading instanceof DateText.Refused refused) {
            String action = refused.action();
            faults.add(new Fault(
                    field.name(),
                    field.label() + ": " + refused.problem() + ". "
                            + (action.endsWith(".") ? action.substring(0, action.length() - 1) : action)));
            return null;
        }
        return reading.date().orElse(null);
    }

    private static @Nullable LocalTime time(Field field, String text, List<Fault> faults) {
        Matcher matcher = TIME.matcher(text.toLowerCase(Locale.UK));
        if (matcher.matches() && (matcher.group(2) != null || matcher.group(3) != null)) {
            int hour = Integer.parseInt(matcher.group(1));
            int minute = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
            if (matcher.group(3) != null && hour >= 1 && hour <= 12) {
                hour = hour % 12 + (matcher.group(3).equals("pm") ? 12 : 0);
            }
            try {
                return LocalTime.of(hour, minute);
            } catch (DateTimeException noSuchTime) {
                // Said below, as for any other text that is no time.
            }
        }
        faults.add(new Fault(field.name(), field.label() + " must be a time of day, like 14:30"));
        return null;
    }

    private static @Nullable Boolean yesOrNo(Field field, String text, List<Fault> faults) {
        return switch (text) {
            case "yes" -> true;
            case "no" -> false;
            default -> {
                faults.add(new Fault(field.name(), "Choose yes or no: " + field.label()));
                yield null;
            }
        };
    }

    private static @Nullable Integer number(Field field, String text, List<Fault> faults) {
        try {
            return Integer.valueOf(text.replace(",", ""));
        } catch (NumberFormatException notANumber) {
            faults.add(new Fault(field.name(), field.label() + " must be a whole number, like 12"));
            return null;
        }
    }

    private static @Nullable UUID person(Field field, String text, List<Fault> faults) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            faults.add(new Fault(field.name(), "Choose a person"));
            return null;
        }
    }

    private static @Nullable Object choice(Field field, String text, LocalDate today, List<Fault> faults) {
        // A code that has gone out of use since it was chosen stays as it was.
        Optional<String> known = field.findLabel(text, today);
        if (known.isEmpty() && (field.kind().isEnum() || !field.wasEverACode(text))) {
            faults.add(new Fault(field.name(), "Choose one of the answers: " + field.label()));
            return null;
        }
        if (!field.kind().isEnum()) {
            return text;
        }
        return Arrays.stream(field.kind().getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(text))
                .findFirst()
                .orElse(null);
    }

    private static List<String> choices(Field field, String text, LocalDate today, List<Fault> faults) {
        List<String> chosen = text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .sorted()
                .toList();
        if (chosen.stream().anyMatch(each -> field.findLabel(each, today).isEmpty() && !field.wasEverACode(each))) {
            faults.add(new Fault(field.name(), "Choose from the answers: " + field.label()));
        }
        return chosen;
    }
}
