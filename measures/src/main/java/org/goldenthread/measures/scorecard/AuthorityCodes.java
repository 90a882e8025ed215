package org.goldenthread.measures.scorecard;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.goldenthread.core.tables.ResourceTable;

/** The codes of England's children's services authorities, as the Department for Education's statistics give them. */
public final class AuthorityCodes {

    private static final Map<String, String> NINE_CHARACTERS = load();

    private AuthorityCodes() {}

    private static Map<String, String> load() {
        Map<String, String> codes = new HashMap<>();
        ResourceTable.load(AuthorityCodes.class, "/org/goldenthread/measures/dfe/la_codes.csv")
                .listRows()
                .forEach(row -> codes.put(row.get("la_code"), row.get("new_la_code")));
        return codes;
    }

    /**
     * The code of the Office for National Statistics, such as E09000007.
     *
     * @param number the Department's three-digit number, such as 202
     * @return empty where no authority has the number, or it is not in the tables
     */
    public static Optional<String> findNineCharacters(String number) {
        return Optional.ofNullable(NINE_CHARACTERS.get(number)).filter(code -> code.matches("E[0-9]{8}"));
    }
}
