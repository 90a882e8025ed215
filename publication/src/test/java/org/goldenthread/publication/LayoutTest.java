package org.goldenthread.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class LayoutTest {

    @Test
    void a_layout_written_out_is_read_back_the_same() {
        assertThat(Layout.parse(Layout.standard().asText())).isEqualTo(Layout.standard());
        assertThat(Layout.parse("number\nname = Measure\npaper = A4\n").asText())
                .isEqualTo("paper = A4\nnumber = No.\nname = Measure\n");
    }

    @Test
    void what_cannot_be_read_is_named_with_its_line() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Layout.parse("number\n\n# a remark\nnames = Measure\n"))
                .withMessageStartingWith("Line 4 of the layout names a column 'names' that does not exist.")
                .withMessageContaining("year-to-date");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Layout.parse("number\nname\npaper = A5"))
                .withMessage("Line 3 of the layout asks for the paper 'A5'. Write A3 or A4.");
    }

    @Test
    void a_layout_needs_what_heads_a_row_and_has_nothing_twice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Layout.parse("number\nrating"))
                .withMessageContaining("needs the columns 'number' and 'name'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Layout.parse("number\nname\nrating\nrating = Status"))
                .withMessageContaining("'rating' is in the layout twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Layout.parse("number\nname ="))
                .withMessageContaining("'name' has no heading");
    }
}
