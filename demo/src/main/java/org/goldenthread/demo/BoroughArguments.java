package org.goldenthread.demo;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The arguments that say what sort of borough to make up; the rest are left for whoever asked.
 *
 * @param rest arguments that speak of something else, in order
 */
record BoroughArguments(DemoOptions options, List<String> rest) {

    /**
     * Reads {@code --seed}, {@code --scale}, {@code --as-at}, {@code --years} and {@code --slips}.
     *
     * @throws IllegalArgumentException saying which is wrong and what is allowed
     */
    static BoroughArguments read(String[] arguments) {
        DemoOptions standard = DemoOptions.standard();
        long seed = standard.seed();
        double scale = standard.scale();
        LocalDate asAt = standard.asAt();
        int years = standard.years();
        boolean slips = standard.slips();
        List<String> rest = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            String name = arguments[i];
            switch (name) {
                case "--seed" -> seed = (long) number(name, after(arguments, i++));
                case "--scale" -> scale = number(name, after(arguments, i++));
                case "--years" -> years = (int) number(name, after(arguments, i++));
                case "--as-at" -> asAt = date(after(arguments, i++));
                case "--slips" -> slips = slips(after(arguments, i++));
                default -> rest.add(name);
            }
        }
        return new BoroughArguments(new DemoOptions(standard.authority(), seed, scale, asAt, years, slips), rest);
    }

    private static String after(String[] arguments, int at) {
        if (at + 1 >= arguments.length) {
            throw new IllegalArgumentException(arguments[at] + " needs a value after it.");
        }
        return arguments[at + 1];
    }

    private static boolean slips(String text) {
        return switch (text) {
            case "some" -> true;
            case "none" -> false;
            default -> throw new IllegalArgumentException("--slips is some or none, not '" + text + "'.");
        };
    }

    private static double number(String name, String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException wrong) {
            throw new IllegalArgumentException(name + " is a number, not '" + text + "'.", wrong);
        }
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException wrong) {
            throw new IllegalArgumentException("--as-at is a date such as 2024-03-31, not '" + text + "'.", wrong);
        }
    }
}
