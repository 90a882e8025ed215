package org.goldenthread.returns.write.ssda903;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.goldenthread.core.codes.Code;
import org.goldenthread.core.codes.CodeSet;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

class Ssda903SchemasTest {
    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("sexCode", "SEX"),
            Map.entry("placeCode", "PLACE"),
            Map.entry("activityCode", "ACTIV"),
            Map.entry("accommodationCode", "ACCOM"),
            Map.entry("socialWorkerReason", "SW_REASON"),
            Map.entry("ethnicCode", "ETHNIC"),
            Map.entry("reasonForNewEpisode", "RNE"),
            Map.entry("legalStatus", "LS"),
            Map.entry("needCode", "CIN"),
            Map.entry("providerCode", "PLACE_PROVIDER"),
            Map.entry("reasonEpisodeCeased", "REC"),
            Map.entry("reasonOfPlacementChange", "REASON_PLACE_CHANGE"),
            Map.entry("reviewCode", "REVIEW_CODE"),
            Map.entry("sdqReason", "SDQ_REASON"),
            Map.entry("inTouchCode", "IN_TOUCH"),
            Map.entry("adoptersSex", "SEX_ADOPTR"),
            Map.entry("adoptersLegalStatus", "LS_ADOPTR"),
            Map.entry("reasonPlacedCeased", "REASON_PLACED_CEASED"),
            Map.entry("previousPermanenceCode", "PREV_PERM"),
            Map.entry("missingCode", "MISSING"));

    @Test
    void the_overlays_have_the_codes_of_each_year_and_say_that_they_are_unofficial() throws Exception {
        for (int year = 2021; year <= 2027; year++) {
            Map<String, Set<String>> types = new HashMap<>(enumerations("cla-shape-unofficial.xsd"));
            types.putAll(enumerations("cla-" + year + "-unofficial.xsd"));
            for (Map.Entry<String, String> field : FIELDS.entrySet()) {
                // Social workers' episodes are younger than the other tables.
                int asked = field.getValue().equals("SW_REASON") ? Math.max(year, 2024) : year;
                Set<String> codes = new HashSet<>();
                for (Code code : CodeSet.of("ssda903", field.getValue()).listCodes()) {
                    if (code.isTakenIn(asked)) {
                        codes.add(code.value());
                    }
                }
                assertThat(types.get(field.getKey()))
                        .as("%s in %d", field.getKey(), year)
                        .isEqualTo(codes);
            }
        }
    }

    private static Map<String, Set<String>> enumerations(String name)
            throws IOException, ParserConfigurationException, SAXException {
        try (InputStream stream = Ssda903Schemas.class.getResourceAsStream(name)) {
            assertThat(stream).as(name).isNotNull();
            byte[] bytes = stream.readAllBytes();
            assertThat(new String(bytes, java.nio.charset.StandardCharsets.UTF_8))
                    .contains("UNOFFICIAL");
            NodeList types = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new java.io.ByteArrayInputStream(bytes))
                    .getElementsByTagName("xs:simpleType");
            Map<String, Set<String>> codes = new HashMap<>();
            for (int place = 0; place < types.getLength(); place++) {
                Element type = (Element) types.item(place);
                NodeList values = type.getElementsByTagName("xs:enumeration");
                Set<String> given = new HashSet<>();
                for (int value = 0; value < values.getLength(); value++) {
                    given.add(((Element) values.item(value)).getAttribute("value"));
                }
                codes.put(type.getAttribute("name"), given);
            }
            return codes;
        }
    }
}
