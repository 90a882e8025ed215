package org.goldenthread.core.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {
    @Test
    void an_nhs_number_passes_its_check_digit() {
        // 9x10 + 4x9 + 3x8 + 4x7 + 7x6 + 6x5 + 5x4 + 9x3 + 1x2 = 299; 299 mod 11 = 2; 11 - 2 = 9.
        assertThat(NhsNumber.parse("943 476 5919")).map(NhsNumber::spaced).contains("943 476 5919");
        assertThat(NhsNumber.parse("4010232137")).isPresent();
        assertThat(NhsNumber.parse("999-000-0018")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"943 476 5918", "987 654 4321", "94347659190", "943476591", "", "943476591X"})
    void other_numbers_are_no_nhs_numbers(String text) {
        assertThat(NhsNumber.parse(text)).isEmpty();
    }

    @Test
    void a_unique_pupil_number_passes_its_check_letter() {
        assertThat(UniquePupilNumber.parse("B801200005001"))
                .map(UniquePupilNumber::authorityCode)
                .contains("801");
        assertThat(UniquePupilNumber.parse(" h801200001001 ")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A801200005001", "X80120000A001", "I801200005001", "B80120000500", "UN1", ""})
    void other_texts_are_no_unique_pupil_numbers(String text) {
        assertThat(UniquePupilNumber.parse(text)).isEmpty();
    }

    @Test
    void an_identifier_does_not_show_itself_in_a_log() {
        assertThat(NhsNumber.parse("943 476 5919").orElseThrow()).hasToString("NhsNumber[hidden]");
        assertThatThrownBy(() -> new UniquePupilNumber("A801200005001")).hasMessageNotContaining("A801200005001");
    }
}
