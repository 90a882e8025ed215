package org.goldenthread.core.codes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.goldenthread.core.tables.ResourceTable;

/**
 * The codes that one field of a return takes, in every collection year from 2017.
 *
 * <p>Returns: {@code ssda903} (children looked after) and {@code cin} (children in need census); {@code regulations}
 * holds lists that are a regulation's and no return's. Sets are named as the
 * return names its fields, such as {@code PLACE} or {@code ReferralSource}. A code may stand twice, with its years, where
 * its meaning was changed.
 */
public final class CodeSet {
    private static final Map<String, CodeSet> ALL = load();

    private final String name;
    private final List<Code> codes;

    private CodeSet(String name, List<Code> codes) {
        this.name = name;
        this.codes = List.copyOf(codes);
    }

    /** Throws where the return has no such coded field. */
    public static CodeSet of(String returnName, String field) {
        return find(returnName, field)
                .orElseThrow(() -> new IllegalArgumentException("No codes are held for the field \"" + field
                        + "\" of \"" + returnName + "\". They are held for: " + String.join(", ", ALL.keySet()) + "."));
    }

    public static Optional<CodeSet> find(String returnName, String field) {
        return Optional.ofNullable(ALL.get(key(returnName, field)));
    }

    /** The codes taken in the collection year that ends on 31 March of that year, in the order of the guide. */
    public Codes in(int collectionYearEnd) {
        return new Codes(
                name + " in " + collectionYearEnd,
                codes.stream()
                        .filter(code -> code.isTakenIn(collectionYearEnd))
                        .collect(Collectors.toMap(
                                Code::value, Function.identity(), (one, other) -> one, LinkedHashMap::new)));
    }

    /** Every code of every year. */
    public List<Code> listCodes() {
        return codes;
    }

    /** The latest meaning of a code, whenever it was in use. */
    public Optional<String> findLabel(String value) {
        return codes.stream()
                .filter(code -> code.value().equals(value))
                .reduce((earlier, later) -> later)
                .map(Code::label);
    }

    /** The codes of one collection year. */
    public static final class Codes {
        private final String name;
        private final Map<String, Code> byValue;

        private Codes(String name, Map<String, Code> byValue) {
            this.name = name;
            this.byValue = byValue;
        }

        public boolean contains(String value) {
            return byValue.containsKey(value);
        }

        public Optional<String> findLabel(String value) {
            return Optional.ofNullable(byValue.get(value)).map(Code::label);
        }

        public String getLabel(String value) {
            return findLabel(value)
                    .orElseThrow(() -> new IllegalArgumentException("\"" + value + "\" is no code of " + name
                            + ", which takes " + String.join(", ", byValue.keySet()) + "."));
        }

        public List<Code> listCodes() {
            return List.copyOf(byValue.values());
        }
    }

    private static Map<String, CodeSet> load() {
        Map<String, List<Code>> byField = ResourceTable.load(CodeSet.class, "codes.csv").listRows().stream()
                .collect(Collectors.groupingBy(
                        row -> key(row.get("return"), row.get("field")),
                        LinkedHashMap::new,
                        Collectors.mapping(CodeSet::code, Collectors.toList())));
        Map<String, CodeSet> sets = new LinkedHashMap<>();
        byField.forEach((field, codes) -> sets.put(field, new CodeSet(field, codes)));
        return sets;
    }

    private static Code code(ResourceTable.Row row) {
        String lastYear = row.get("last_year");
        return new Code(
                row.get("code"),
                row.get("label"),
                row.getInteger("first_year"),
                lastYear.isEmpty() ? Code.STILL_IN_USE : Integer.parseInt(lastYear));
    }

    private static String key(String returnName, String field) {
        return returnName + " " + field;
    }
}
