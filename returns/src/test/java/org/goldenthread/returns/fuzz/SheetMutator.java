package org.goldenthread.returns.fuzz;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Damages the rows of a worksheet as hostile or careless programs write them. */
final class SheetMutator {
    private static final Pattern CELL = Pattern.compile("<c r=\"([A-Z]+)([0-9]+)\"[^>]*>.*?</c>");
    private static final List<String> CELLS = List.of(
            "<c r=\"$1$2\"><v>1E999999999</v></c>",
            "<c r=\"$1$2\"><v>1E-999999999</v></c>",
            "<c r=\"$1$2\"><v>1234567.0</v></c>",
            "<c r=\"$1$2\"><v>NaN</v></c>",
            "<c r=\"$1$2\"><v></v></c>",
            "<c r=\"$1$2\"/>",
            "<c><v>1</v></c>",
            "<c r=\"$1$2\" t=\"s\"><v>99999</v></c>",
            "<c r=\"$1$2\" t=\"s\"><v>-1</v></c>",
            "<c r=\"$1$2\" t=\"b\"><v>7</v></c>",
            "<c r=\"$1$2\" t=\"e\"><v>#REF!</v></c>",
            "<c r=\"$1$2\" t=\"zz\"><v>1</v></c>",
            "<c r=\"$1$2\" t=\"str\"><f>A1</f><v>zz</v></c>",
            "<c r=\"$1$2\"><f>A1+1</f></c>",
            "<c r=\"$1$2\"><f t=\"shared\" si=\"5\"/><v>3</v></c>",
            "<c r=\"$1$2\" s=\"9999\"><v>45000</v></c>",
            "<c r=\"XFD$2\"><v>1</v></c>",
            "<c r=\"ZZZZ$2\"><v>1</v></c>",
            "<c r=\"ZZZZZZ$2\"><v>1</v></c>",
            "<c r=\"ZZZZZZZZZZ$2\"><v>1</v></c>",
            "<c r=\"1A\"><v>1</v></c>",
            "<c r=\"$1$2\" t=\"inlineStr\"><is><t>31/13/2024</t></is></c>",
            "<c r=\"$1$2\" t=\"inlineStr\"><is><r><t>AB</t></r><r><t>CD</t></r></is></c>",
            "<c r=\"$1$2\"><v>99999999999999999999</v></c>",
            "<c r=\"$1$2\"><v>-5</v></c>");
    private static final List<String> ROWS = List.of(
            "r=\"99999999\"", "r=\"99999999999\"", "r=\"0\"", "r=\"-1\"", "", "r=\"x\"", "r=\"1\" hidden=\"1\"");

    private final RandomGenerator random;

    SheetMutator(RandomGenerator random) {
        this.random = random;
    }

    String mutate(String sheet) {
        String mutated = sheet;
        for (int times = 1 + random.nextInt(4); times > 0; times--) {
            mutated = switch (random.nextInt(8)) {
                case 0, 1, 2, 3 -> cell(mutated, CELLS.get(random.nextInt(CELLS.size())));
                case 4 ->
                    mutated.replaceFirst("r=\"[23]\"", Matcher.quoteReplacement(ROWS.get(random.nextInt(ROWS.size()))));
                case 5 -> "<dimension ref=\"A1:XFD1048576\"/>" + mutated;
                case 6 -> mutated.replaceFirst("(<row r=\"2\".*</row>)", "$1\n$1");
                default -> mutated.replaceFirst("<row r=\"4\"/>|$", "\n<row r=\"4\"><c r=\"B4\"><v>1</v></c></row>");
            };
        }
        return mutated;
    }

    private String cell(String sheet, String replacement) {
        List<Integer> places =
                CELL.matcher(sheet).results().map(found -> found.start()).toList();
        if (places.isEmpty()) {
            return sheet;
        }
        int start = places.get(random.nextInt(places.size()));
        return sheet.substring(0, start) + CELL.matcher(sheet.substring(start)).replaceFirst(replacement);
    }
}
