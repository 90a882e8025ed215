package org.goldenthread.returns.check;

import java.util.List;

/**
 * A row that failed a check.
 *
 * @param rule code of the check
 * @param row the row; for a finding about the whole return there is none
 * @param child the child's identifier as the return gives it
 * @param fields those of the check's fields that the row's table has
 */
public record Hit(String rule, Row row, String child, List<Field> fields) {}
