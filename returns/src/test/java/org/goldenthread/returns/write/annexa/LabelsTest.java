package org.goldenthread.returns.write.annexa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.goldenthread.core.codes.Code;
import org.goldenthread.returns.annexa.AnnexACodes;
import org.junit.jupiter.api.Test;

class LabelsTest {
    @Test
    void everyCodeThatIsWrittenIsReadAgainAsTheSameCode() {
        assertThat(Labels.CODED).hasSize(9);
        Labels.CODED.forEach((set, codes) -> {
            for (Code code : codes.listCodes()) {
                if (code.value().equals("X1")) {
                    continue; // Ends no period of care.
                }
                String label = Labels.standard().find(set, code.value()).orElseThrow();
                assertThat(label).startsWith(code.value() + ": ");
                assertThat(AnnexACodes.standard().find(set, label))
                        .as(set + " " + label)
                        .contains(code.value());
            }
        });
    }

    @Test
    void ofstedsOwnWordsAreReadAgainAsWhatTheyWereWrittenFor() {
        Map<String, Set<String>> values = Map.of(
                "gender", Set.of("M", "F", "U"),
                "ethnicity", Set.of("WBRI", "WIRT", "MWBA", "CHNE", "REFU", "NOBT"),
                "abuse", Set.of("NEG", "PHY", "SAB", "EMO", "MUL"),
                "permanence",
                        Set.of("adoption", "long-term-fostering", "long-term-residential", "supported-living", "other"),
                "eligibility", Set.of("relevant", "former relevant", "qualifying", "eligible"),
                "in-touch", Set.of("YES", "NO", "DIED", "RHOM"),
                "suitability", Set.of("1", "2"),
                "location", Set.of("IN", "OUT"),
                "disability", Set.of("yes", "no"),
                "yes-no", Set.of("Y", "N", "unknown"));
        values.forEach((set, told) -> told.forEach(value -> {
            String label = Labels.standard().find(set, value).orElseThrow();
            assertThat(AnnexACodes.standard().find(set, label))
                    .as(set + " " + label)
                    .isPresent()
                    .isEqualTo(AnnexACodes.standard().find(set, value));
        }));
        assertThat(Labels.standard().find("contact-source", "3C")).contains("d) Health services");
        assertThat(Labels.standard().find("accommodation", "U2")).contains("U: Independent living");
        assertThat(Labels.standard().find("case-status", "child-protection-plan"))
                .contains("b) Child Protection plan");
        assertThat(Labels.standard().find("gender", "Robin")).isEmpty();
    }
}
