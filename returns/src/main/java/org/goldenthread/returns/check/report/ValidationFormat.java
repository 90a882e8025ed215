package org.goldenthread.returns.check.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.goldenthread.returns.check.Validation;

/** A form in which the outcome of a check is given out. */
@FunctionalInterface
public interface ValidationFormat {
    void write(Validation validation, OutputStream out) throws IOException;

    /** @throws IllegalArgumentException where there is no such format */
    static ValidationFormat of(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "text" -> new ValidationText();
            case "json" -> new ValidationJson();
            case "csv" -> new ValidationCsv();
            case "xlsx" -> new ValidationSheet();
            case "html" -> new ValidationPage();
            default ->
                throw new IllegalArgumentException(
                        "There is no format '" + name + "'. There are: text, json, csv, xlsx and html.");
        };
    }
}
