package org.goldenthread.app.search;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A child whom the present system holds, and who is nobody of the record yet.
 *
 * @param area the service area of the mirror, as it is called
 * @param name empty where the source has none
 * @param asAt the day of the mirror
 */
public record FoundInMirror(
        String area, String number, String name, @Nullable LocalDate born, LocalDate asAt) {}
