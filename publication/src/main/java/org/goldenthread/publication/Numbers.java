package org.goldenthread.publication;

import java.math.BigDecimal;

/** Numbers as programs read them. */
final class Numbers {
    private Numbers() {}

    /** The same number without trailing noughts after the point, and never in powers of ten. */
    static BigDecimal tidy(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    static String text(BigDecimal value) {
        return tidy(value).toPlainString();
    }
}
