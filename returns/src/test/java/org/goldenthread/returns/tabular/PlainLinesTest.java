package org.goldenthread.returns.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The quick reader of plain text is only quicker: it gives what the reader of any text gives. */
class PlainLinesTest {
    private static final String LETTERS = "aB1/ ,,,;\t\r\n\n";

    @Test
    void plainTextOfAnyShapeHasTheSameRecordsOnTheSameLinesAsByTheReaderOfAnyText() throws Exception {
        Random random = new Random(20_261_126);
        int records = 0;
        for (int text = 0; text < 20_000; text++) {
            StringBuilder letters = new StringBuilder();
            int length = random.nextInt(40);
            for (int place = 0; place < length; place++) {
                letters.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            List<String> expected = slowly(letters.toString());
            assertThat(quickly(letters.toString())).as("%s", letters).isEqualTo(expected);
            records += expected.size();
        }
        // So that it is not the empty text that agrees.
        assertThat(records).isGreaterThan(40_000);
    }

    @Test
    void textThatNeedsDecodingOrHasAQuotationMarkIsLeftToTheReaderOfAnyText() {
        assertThat(PlainLines.of("a,\"b\"\n".getBytes(StandardCharsets.UTF_8))).isNull();
        assertThat(PlainLines.of("a,é\n".getBytes(StandardCharsets.UTF_8))).isNull();
        assertThat(PlainLines.of("a,é\n".getBytes(StandardCharsets.ISO_8859_1))).isNull();
        assertThat(PlainLines.of("a,b\n".getBytes(StandardCharsets.UTF_16LE))).isNull();
        assertThat(PlainLines.of("\uFEFFa,b\n".getBytes(StandardCharsets.UTF_8)))
                .isNotNull();
    }

    @Test
    void aTextIsKeptOnceHoweverManyOthersThereAre() {
        Texts texts = new Texts();
        byte[] bytes = "01/02/2010".getBytes(StandardCharsets.US_ASCII);
        String first = texts.of(bytes, 0, bytes.length);
        for (int other = 0; other < 100_000; other++) {
            assertThat(texts.of(String.valueOf(other))).isEqualTo(String.valueOf(other));
        }
        assertThat(texts.of(bytes, 0, bytes.length)).isSameAs(first).isEqualTo("01/02/2010");
        assertThat(texts.of(new String(bytes, StandardCharsets.US_ASCII))).isSameAs(first);
        // Longer than any code: not kept, and still right.
        byte[] longer = "a text of more letters".getBytes(StandardCharsets.US_ASCII);
        assertThat(texts.of(longer, 2, longer.length)).isEqualTo("text of more letters");
    }

    private static List<String> quickly(String text) {
        Texts texts = new Texts();
        PlainLines lines = Objects.requireNonNull(PlainLines.of(text.getBytes(StandardCharsets.US_ASCII)));
        List<String> records = new ArrayList<>();
        while (lines.hasNext()) {
            lines.next();
            List<String> fields = new ArrayList<>();
            for (int field = 0; field < lines.fields(); field++) {
                fields.add(lines.text(field, texts));
            }
            records.add(lines.line() + ":" + fields);
            assertThat(lines.hasLowerCase())
                    .isEqualTo(fields.stream().anyMatch(field -> field.chars().anyMatch(Character::isLowerCase)));
        }
        return records;
    }

    private static List<String> slowly(String text) {
        List<String> records = new ArrayList<>();
        try (CsvLines lines = CsvLines.of(text)) {
            while (lines.hasNext()) {
                var record = lines.next();
                records.add(record.getStartingLineNumber() + ":" + record.getFields());
            }
        }
        return records;
    }
}
