package org.goldenthread.core.disclosure;

import java.io.IOException;
import java.io.StringReader;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a council hides from its public papers.
 *
 * <p>The usual is the DfE's practice in <i>Characteristics of children in need</i>: 1 to 5 hidden, nought shown, local authority
 * counts not rounded.
 *
 * @param threshold the largest count that is small, 1 or more
 * @param profile how much a reader is taken to know
 * @param zeros whether nought is shown
 * @param exempt ids of measures that are never hidden although the catalogue says that they count persons
 * @param alwaysHidden ids of measures whose rows are hidden whatever they hold, so that their being hidden tells nothing
 */
public record DisclosureRules(
        int threshold, DisclosureProfile profile, ZeroRule zeros, Set<String> exempt, Set<String> alwaysHidden) {

    private static final String PREFIX = "disclosure.";
    private static final Set<String> KEYS = Set.of("threshold", "profile", "zeros", "exempt", "always-hidden");

    /** Denominators below this are hidden by {@link DisclosureProfile#STRICT}. */
    private static final int LEAST_STRICT_DENOMINATOR = 10;

    public DisclosureRules {
        if (threshold < 1 || threshold > 50) {
            throw new IllegalArgumentException("disclosure.threshold is " + threshold
                    + ". It is the largest count that is hidden, from 1 to 50; the usual is 5.");
        }
        exempt = Set.copyOf(exempt);
        alwaysHidden = Set.copyOf(alwaysHidden);
        for (String measure : exempt) {
            if (alwaysHidden.contains(measure)) {
                throw new IllegalArgumentException(
                        "The measure '" + measure + "' is in both disclosure.exempt and disclosure.always-hidden."
                                + " Take it out of one of them.");
            }
        }
    }

    /** 1 to 5 hidden, nought shown, proved against what is published. */
    public static DisclosureRules standard() {
        return new DisclosureRules(5, DisclosureProfile.PROVED, ZeroRule.SHOW, Set.of(), Set.of());
    }

    /**
     * Rules from settings, such as those of a properties file or the members of a JSON object. The keys are {@code threshold}, {@code
     * profile}, {@code zeros}, {@code exempt} and {@code always-hidden} (lists divided by commas), with or without {@code disclosure.}
     * before them; what is absent is as usual. Keys that begin with another word and a dot are not ours and are passed over.
     *
     * @throws IllegalArgumentException if a key of ours is unknown or its value cannot be read
     */
    public static DisclosureRules of(Map<String, String> settings) {
        Map<String, String> ours = new LinkedHashMap<>();
        settings.forEach((key, value) -> {
            String name = key.startsWith(PREFIX) ? key.substring(PREFIX.length()) : key;
            if (KEYS.contains(name)) {
                ours.put(name, value.strip());
            } else if (key.startsWith(PREFIX) || !key.contains(".")) {
                throw new IllegalArgumentException(
                        "'" + key + "' is no setting of disclosure control. There are: " + new TreeSet<>(KEYS) + ".");
            }
        });
        DisclosureRules usual = standard();
        return new DisclosureRules(
                ours.containsKey("threshold") ? wholeNumber(ours.get("threshold")) : usual.threshold,
                ours.containsKey("profile") ? DisclosureProfile.of(ours.get("profile")) : usual.profile,
                ours.containsKey("zeros") ? ZeroRule.of(ours.get("zeros")) : usual.zeros,
                list(ours.getOrDefault("exempt", "")),
                list(ours.getOrDefault("always-hidden", "")));
    }

    /** Rules from the text of a properties file; see {@link #of(Map)}. */
    public static DisclosureRules parse(String propertiesText) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(propertiesText));
        } catch (IOException e) {
            throw new IllegalStateException("Text in memory could not be read.", e);
        }
        Map<String, String> settings = new LinkedHashMap<>();
        properties.stringPropertyNames().stream()
                .sorted()
                .forEach(key -> settings.put(key, properties.getProperty(key)));
        return of(settings);
    }

    /** These rules as settings that {@link #of(Map)} reads. */
    public Map<String, String> toSettings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put(PREFIX + "threshold", String.valueOf(threshold));
        settings.put(PREFIX + "profile", profile.key());
        settings.put(PREFIX + "zeros", zeros.key());
        settings.put(PREFIX + "exempt", String.join(",", new TreeSet<>(exempt)));
        settings.put(PREFIX + "always-hidden", String.join(",", new TreeSet<>(alwaysHidden)));
        return settings;
    }

    /** The smallest count that is hidden: 1, or nought where noughts are hidden too. */
    public int smallest() {
        return zeros == ZeroRule.SHOW ? 1 : 0;
    }

    /** Whether a count of persons of this size may not be shown. */
    public boolean isSmall(long count) {
        return count >= smallest() && count <= threshold;
    }

    /** The largest denominator that may not be shown, nor what is counted out of it. */
    public int largestHiddenDenominator() {
        return profile == DisclosureProfile.STRICT ? Math.max(threshold, LEAST_STRICT_DENOMINATOR - 1) : threshold;
    }

    private static int wholeNumber(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "disclosure.threshold is '" + text + "'. Write a whole number, such as 5.", e);
        }
    }

    private static Set<String> list(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
