package org.goldenthread.snapshot;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One file that a snapshot was made from.
 *
 * @param key short name that rows carry in {@code gt_source}, such as {@code ssda903-2024/episodes.csv}
 * @param kind what it is: {@code ssda903}, {@code cin}, {@code annex-a}, {@code local} or {@code ssd}
 * @param file the file's own name
 * @param load the load that brought it
 * @param extracted day on which the council took it from its system, where that is known
 * @param sha256 fingerprint of its bytes, in hexadecimal
 * @param rows rows or children read from it, before any were set aside for a later return
 */
public record Source(
        String key,
        String kind,
        String file,
        String load,
        @Nullable LocalDate extracted,
        String sha256,
        long rows) {}
