package org.goldenthread.cli;

import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** Puts a fault into words that a person can act on. */
final class Faults {

    private Faults() {}

    static String describe(Throwable fault) {
        return switch (fault) {
            case NoSuchFileException missing -> "There is no file or folder " + missing.getFile() + ". Check the name.";
            case AccessDeniedException denied ->
                "You may not read or write " + denied.getFile() + ". Check its owner and permissions.";
            case IllegalArgumentException wrong when wrong.getMessage() != null -> wrong.getMessage();
            case java.io.UncheckedIOException io when io.getMessage() != null -> io.getMessage();
            default -> {
                String message = fault.getMessage();
                yield isOurs(fault) && message != null
                        ? message
                        : "Something went wrong that should not have: " + fault
                                + ". Run it again with GOLDEN_THREAD_DEBUG=1 set, and report what it prints.";
            }
        };
    }

    private static boolean isOurs(Throwable fault) {
        return fault.getClass().getName().startsWith("org.goldenthread.");
    }
}
