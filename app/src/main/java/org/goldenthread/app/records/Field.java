package org.goldenthread.app.records;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.goldenthread.core.calendar.CollectionYear;
import org.goldenthread.core.codes.Code;
import org.goldenthread.core.codes.CodeSet;
import org.jspecify.annotations.Nullable;

/** One component of a kind of record: a column of its table and a question of its form. */
public final class Field {

    /** How it is asked and shown. */
    public enum Form {
        LINE,
        PROSE,
        DATE,
        TIME,
        YES_NO,
        CHOICE,
        CHOICES,
        NUMBER,
        /** Another person; chosen before the form is opened. */
        PERSON
    }

    /**
     * One answer to choose.
     *
     * @param value as it is kept
     * @param label as it is shown
     */
    public record Option(String value, String label) {}

    private static final int MOST_RADIOS = 7;

    private final RecordComponent component;
    private final Ask ask;
    private final Form form;

    Field(RecordComponent component) {
        this.component = component;
        Ask found = component.getAnnotation(Ask.class);
        if (found == null) {
            throw new IllegalStateException(component.getDeclaringRecord().getSimpleName() + "." + component.getName()
                    + " is not asked for: give it @Ask.");
        }
        this.ask = found;
        this.form = form(component, found);
        component.getAccessor().setAccessible(true);
    }

    public String name() {
        return component.getName();
    }

    /** The column it is kept in. */
    public String column() {
        return component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT);
    }

    public Form form() {
        return form;
    }

    public String label() {
        return ask.value();
    }

    public String hint() {
        return ask.hint();
    }

    public String section() {
        return ask.section();
    }

    public boolean isNeeded() {
        return ask.needed();
    }

    /** The field with whose answers alone this is asked, and the answers, divided by spaces; empty where it is asked always. */
    public String onlyWith() {
        return ask.onlyWith();
    }

    /** @param fields those of its kind of record */
    boolean isAskedOf(Content content, List<Field> fields) {
        if (onlyWith().isEmpty()) {
            return true;
        }
        List<String> with = List.of(onlyWith().split(" "));
        return fields.stream()
                .filter(other -> other.name().equals(with.getFirst()))
                .anyMatch(other -> with.indexOf(other.text(content)) > 0);
    }

    boolean beginsToday() {
        return ask.today();
    }

    boolean isVoice() {
        return ask.voice();
    }

    String copiedFrom() {
        return ask.from();
    }

    Class<?> kind() {
        return component.getType();
    }

    /** Whether its answers are few enough to be shown all at once. */
    public boolean isShort(LocalDate on) {
        return options(on).size() <= MOST_RADIOS;
    }

    /** What may be chosen on that day: codes change from one collection year to the next. */
    public List<Option> options(LocalDate on) {
        if (kind().isEnum()) {
            return Arrays.stream(kind().getEnumConstants())
                    .map(constant -> (Labelled) constant)
                    .map(constant -> new Option(constant.name(), constant.label()))
                    .toList();
        }
        if (ask.codes().isEmpty()) {
            return List.of();
        }
        return codes().in(CollectionYear.containing(on).end()).listCodes().stream()
                .map(code -> new Option(code.value(), code.label()))
                .toList();
    }

    /** Whatever may stand in it, in whichever year it was or is to be chosen, with its latest meaning. */
    public List<Option> everyOption() {
        if (ask.codes().isEmpty()) {
            return options(LocalDate.EPOCH);
        }
        return codes().listCodes().stream()
                .map(Code::value)
                .distinct()
                .map(value -> new Option(value, codeWords(value)))
                .toList();
    }

    /** What it says in {@code content}; null for nothing. */
    public @Nullable Object read(Content content) {
        try {
            return component.getAccessor().invoke(content);
        } catch (IllegalAccessException | InvocationTargetException problem) {
            throw new IllegalStateException("The answer to \"" + label() + "\" cannot be read.", problem);
        }
    }

    /** What it says, as it would be typed; each of several on a line of its own. */
    public String text(Content content) {
        Object value = read(content);
        return switch (value) {
            case null -> "";
            case LocalDate day -> Words.typed(day);
            case LocalTime time -> Words.time(time);
            case Boolean yes -> yes ? "yes" : "no";
            case Enum<?> chosen -> chosen.name();
            case List<?> several ->
                String.join("\n", several.stream().map(String::valueOf).toList());
            default -> String.valueOf(value);
        };
    }

    /** What it says, in words to be read; each of several on a line of its own. */
    public String words(Content content) {
        Object value = read(content);
        return switch (value) {
            case null -> "";
            case LocalDate day -> Words.day(day);
            case Boolean yes -> yes ? "Yes" : "No";
            case Labelled chosen -> chosen.label();
            case List<?> several ->
                String.join(
                        "\n",
                        several.stream()
                                .map(each -> codeWords(String.valueOf(each)))
                                .toList());
            case String code when isCoded() -> codeWords(code);
            default -> text(content);
        };
    }

    /** What a form without an answer holds. */
    @Nullable Object empty() {
        if (kind() == String.class) {
            return "";
        }
        return kind() == List.class ? List.of() : null;
    }

    private boolean isCoded() {
        return !ask.codes().isEmpty();
    }

    private String codeWords(String code) {
        return code.isEmpty() ? "" : codes().findLabel(code).orElse(code);
    }

    private CodeSet codes() {
        List<String> words = List.of(ask.codes().split(" "));
        return CodeSet.of(words.getFirst(), words.getLast());
    }

    /** The label of a chosen value; empty where it is none of those that may be chosen. */
    Optional<String> findLabel(String value, LocalDate on) {
        return options(on).stream()
                .filter(option -> option.value().equals(value))
                .map(Option::label)
                .findFirst();
    }

    boolean wasEverACode(String value) {
        return codes().findLabel(value).isPresent();
    }

    private static Form form(RecordComponent component, Ask ask) {
        Class<?> kind = component.getType();
        if (kind == String.class) {
            return !ask.codes().isEmpty() ? Form.CHOICE : ask.prose() ? Form.PROSE : Form.LINE;
        } else if (kind == LocalDate.class) {
            return Form.DATE;
        } else if (kind == LocalTime.class) {
            return Form.TIME;
        } else if (kind == Boolean.class) {
            return Form.YES_NO;
        } else if (kind == Integer.class) {
            return Form.NUMBER;
        } else if (kind == UUID.class) {
            return Form.PERSON;
        } else if (kind.isEnum() && Labelled.class.isAssignableFrom(kind)) {
            return Form.CHOICE;
        } else if (kind == List.class
                && component.getGenericType() instanceof ParameterizedType of
                && of.getActualTypeArguments()[0] == String.class
                && !ask.codes().isEmpty()) {
            return Form.CHOICES;
        }
        throw new IllegalStateException(
                "A component of the type " + component.getGenericType() + " cannot be asked for: "
                        + component.getDeclaringRecord().getSimpleName() + "." + component.getName());
    }
}
