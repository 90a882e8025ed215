package org.goldenthread.measures.scorecard;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Another area's published value of the same measure.
 *
 * @param name whose it is: England, London, Statistical neighbours
 * @param value null where it was not published as a number
 * @param mark why there is no number, in the publisher's symbol (c, x, z, k); empty where there is one
 * @param year the year it is of, as its publisher prints it
 * @param source the publication
 * @param detail how it was formed, such as "median of ten neighbours, model of 2021", or the council's rank; may be empty
 */
public record Comparator(
        String name, @Nullable BigDecimal value, String mark, String year, String source, String detail) {}
