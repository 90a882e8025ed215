package org.goldenthread.returns.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecodedTextTest {
    private static final String TEXT = "name,cost\r\nZoë,£5\r\n";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE"})
    void text_is_read_whatever_its_encoding_without_being_told(String name) throws Exception {
        byte[] bytes = TEXT.getBytes(Charset.forName(name));
        assertThat(DecodedText.decode(bytes).text()).isEqualTo(TEXT);
        assertThat(DecodedText.decode(bytes).assumed()).isEqualTo(!name.equals("UTF-8"));
    }

    @Test
    void a_byte_order_mark_is_believed_and_taken_off() throws Exception {
        assertThat(DecodedText.decode(join(new int[] {0xEF, 0xBB, 0xBF}, TEXT.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(new DecodedText(TEXT, StandardCharsets.UTF_8, false));
        assertThat(DecodedText.decode(join(new int[] {0xFF, 0xFE}, TEXT.getBytes(StandardCharsets.UTF_16LE))))
                .isEqualTo(new DecodedText(TEXT, StandardCharsets.UTF_16LE, false));
    }

    @Test
    void a_file_that_is_no_text_is_refused_with_what_to_do() {
        byte[] bytes = {0x50, 0x4B, 0x03, 0x04, 0, 0, 0, 0, 8, 0, 0, 0};
        assertThatThrownBy(() -> DecodedText.decode(bytes)).isInstanceOfSatisfying(RefusedFile.class, refused -> {
            assertThat(refused.problem()).isEqualTo("The file is not text.");
            assertThat(refused.action()).contains("CSV UTF-8");
        });
    }

    @Test
    void quotation_marks_line_ends_and_separators_are_read_as_spreadsheets_write_them(@TempDir Path folder)
            throws Exception {
        Path file = folder.resolve("a.csv");
        Files.writeString(file, "a;b\r\n\"one; two\";\"say \"\"three\"\"\nfour\"\r\n\r\nfive\u00A0;\n");
        List<GridRow> rows = CsvGrid.read(file);
        assertThat(rows).extracting(GridRow::line).containsExactly(1, 2, 5);
        assertThat(rows.get(1).cell(0).text()).isEqualTo("one; two");
        assertThat(rows.get(1).cell(1).text()).isEqualTo("say \"three\"\nfour");
        assertThat(rows.get(2).cell(0).text()).isEqualTo("five");
        assertThat(rows.get(2).cell(7).isBlank()).isTrue();
    }

    @Test
    void a_quotation_mark_that_is_never_closed_refuses_the_table_and_names_its_line(@TempDir Path folder)
            throws Exception {
        Path file = folder.resolve("a.csv");
        Files.writeString(file, "a,b\n1,2\n3,\"4\n5,6\n7,8\n");
        assertThatThrownBy(() -> CsvGrid.read(file))
                .isInstanceOf(RefusedFile.class)
                .hasMessageContaining("opened on line 3");
    }

    @Test
    void one_nought_byte_does_not_make_another_encoding_of_a_text() {
        byte[] early = "CHILD\0,DOB\n1,2\n".getBytes(StandardCharsets.UTF_8);
        byte[] late = ("a,b\n".repeat(2000) + "\0").getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> DecodedText.decode(early)).hasMessageContaining("not text");
        assertThatThrownBy(() -> DecodedText.decode(late)).hasMessageContaining("not text");
    }

    private static byte[] join(int[] mark, byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int value : mark) {
            out.write(value);
        }
        out.writeBytes(bytes);
        return out.toByteArray();
    }
}
