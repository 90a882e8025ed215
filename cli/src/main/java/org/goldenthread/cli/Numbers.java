package org.goldenthread.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as a person reads them. */
final class Numbers {

    private Numbers() {}

    static String plain(BigDecimal value, int decimals) {
        return value.setScale(decimals, RoundingMode.HALF_UP).toPlainString();
    }
}
