package org.goldenthread.core.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CodeSetTest {
    @Test
    void codes_come_and_go_with_the_collection_year() {
        CodeSet place = CodeSet.of("ssda903", "PLACE");
        assertThat(place.in(2024).contains("H5")).isTrue();
        assertThat(place.in(2026).contains("H5")).isFalse();
        assertThat(place.in(2024).contains("K3")).isFalse();
        assertThat(place.in(2025).getLabel("K3")).isEqualTo("Registered supported accommodation");
        assertThat(place.in(2026).contains("Z12")).isTrue();
        assertThat(CodeSet.of("ssda903", "REC").in(2018).contains("E43")).isTrue();
        assertThat(CodeSet.of("ssda903", "REC").in(2019).contains("E43")).isFalse();
        assertThat(CodeSet.of("ssda903", "SEX").in(2025).listCodes())
                .extracting(Code::value)
                .containsExactly("M", "F", "U");
        assertThat(CodeSet.of("cin", "ReferralSource").in(2022).contains("5D")).isFalse();
        assertThat(CodeSet.of("cin", "ReferralSource").in(2023).contains("5D")).isTrue();
    }

    @Test
    void a_code_whose_meaning_was_changed_reads_as_it_did_in_its_year() {
        CodeSet need = CodeSet.of("cin", "PrimaryNeedCode");
        assertThat(need.in(2025).findLabel("N1")).contains("Abuse or neglect");
        assertThat(need.in(2026).findLabel("N1")).contains("Abuse, neglect and exploitation");
        assertThat(need.findLabel("N1")).contains("Abuse, neglect and exploitation");
    }

    @Test
    void an_unknown_code_or_field_is_refused_with_what_is_taken() {
        assertThatThrownBy(() -> CodeSet.of("ssda903", "RNE").in(2024).getLabel("Q"))
                .hasMessageContaining("\"Q\"")
                .hasMessageContaining("S, L, P, T, B, U");
        assertThatThrownBy(() -> CodeSet.of("ssda903", "NOPE")).hasMessageContaining("ssda903 PLACE");
    }

    @Test
    void every_placement_code_of_every_year_falls_into_one_type_of_the_sufficiency_table() {
        assertThat(CodeSet.of("ssda903", "PLACE").listCodes())
                .allSatisfy(code ->
                        assertThat(PlacementType.find(code.value(), "PR1")).isPresent());
        assertThat(PlacementType.find("U6", "PR4"))
                .map(PlacementType::name)
                .contains("Foster - not long term: Private or voluntary");
        assertThat(PlacementType.find("U4", "PR1")).map(PlacementType::name).contains("Foster - long term: In-house");
        assertThat(PlacementType.find("U1", "")).map(PlacementType::group).contains("Fostering");
        assertThat(PlacementType.find("??", "")).isEmpty();
        assertThat(PlacementType.isTemporary("T3")).isTrue();
        assertThat(PlacementType.isTemporary("K2")).isFalse();
    }
}
