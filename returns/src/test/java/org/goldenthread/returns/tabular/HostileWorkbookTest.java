package org.goldenthread.returns.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileWorkbookTest {
    private static final String SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String WORKBOOK = "<workbook xmlns='" + SHEETS + "' xmlns:r='" + RELATIONS
            + "'><sheets><sheet name='List 1' sheetId='1' r:id='rId1'/></sheets></workbook>";

    private static final String MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    private static final String CONTENT = "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
            + "<Default Extension='xml' ContentType='application/xml'/>"
            + "<Override PartName='/xl/workbook.xml' ContentType='" + MAIN + ".sheet.main+xml'/>"
            + "<Override PartName='/xl/worksheets/sheet1.xml' ContentType='" + MAIN + ".worksheet+xml'/></Types>";

    @TempDir
    Path folder;

    @Test
    void a_zip_bomb_is_refused_before_anything_opens_it() throws Exception {
        Path file = folder.resolve("bomb.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            put(zip, "xl/workbook.xml", WORKBOOK);
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] spaces = new byte[1024 * 1024];
            for (int megabyte = 0; megabyte < 64; megabyte++) {
                zip.write(spaces);
            }
        }
        assertThat(Files.size(file)).isLessThan(200_000);
        assertThatThrownBy(() -> Workbook.open(file))
                .isInstanceOfSatisfying(
                        RefusedFile.class,
                        refused -> assertThat(refused.problem()).contains("more than 150 times its size"));
    }

    @Test
    void entities_are_not_expanded_and_files_not_fetched() throws Exception {
        Path secret = folder.resolve("secret.txt");
        Files.writeString(secret, "hidden words");
        StringBuilder laughs =
                new StringBuilder("<!DOCTYPE x [<!ENTITY e SYSTEM '" + secret.toUri() + "'><!ENTITY l0 'ha'>");
        for (int level = 1; level < 30; level++) {
            laughs.append("<!ENTITY l")
                    .append(level)
                    .append(" '&l")
                    .append(level - 1)
                    .append(";&l")
                    .append(level - 1)
                    .append(";'>");
        }
        Path file = workbook(laughs + "]>" + sheet("<c r='A1' t='inlineStr'><is><t>&e;&l29;</t></is></c>"));
        try (Workbook workbook = Workbook.open(file)) {
            List<GridRow> rows = workbook.listSheets().getFirst().readAll();
            assertThat(rows.toString()).doesNotContain("hidden words").hasSizeLessThan(1000);
        } catch (RefusedFile refused) {
            assertThat(refused.problem()).contains("damaged");
        }
    }

    @Test
    void a_formula_is_not_worked_out_and_its_stored_value_is_marked() throws Exception {
        Path file = workbook(sheet("<c r='A1'><f>1+1</f><v>3</v></c>"
                + "<c r='B1' t='str'><f>WEBSERVICE(\"http://example.org\")</f><v>kept</v></c>"
                + "<c r='C1' t='e'><f>1/0</f><v>#DIV/0!</v></c><c r='D1'><f>NOW()</f></c>"));
        try (Workbook workbook = Workbook.open(file)) {
            GridRow row = workbook.listSheets().getFirst().readAll().getFirst();
            assertThat(row.cell(0).text()).isEqualTo("3");
            assertThat(row.cell(1).text()).isEqualTo("kept");
            assertThat(row.cell(2).kind()).isEqualTo(GridCell.Kind.ERROR);
            assertThat(row.cells().subList(0, 3)).allMatch(GridCell::formula);
            assertThat(row.cell(3).isBlank()).isTrue();
        }
    }

    @Test
    void what_is_no_workbook_is_refused_with_what_to_do() throws Exception {
        Path cut = folder.resolve("cut.xlsx");
        byte[] whole = Files.readAllBytes(workbook(sheet("<c r='A1'><v>1</v></c>")));
        Files.write(cut, Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> Workbook.open(cut)).hasMessageContaining("cut short");

        Path old = folder.resolve("old.xls");
        Files.write(old, new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0, 0, 0, 0});
        assertThatThrownBy(() -> Workbook.open(old))
                .hasMessageContaining("password")
                .hasMessageContaining("*.xlsx");

        Path other = folder.resolve("other.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(other))) {
            put(zip, "readme.txt", "no workbook");
        }
        assertThatThrownBy(() -> Workbook.open(other)).hasMessageContaining("not a workbook");
    }

    @Test
    void a_cell_in_a_column_that_no_sheet_has_is_refused_before_room_is_made_for_all_before_it() throws Exception {
        for (String cell : new String[] {
            "<c r='ZZZZZZ1'><v>1</v></c>",
            "<c s='1'\nr = \"ZZZZZZ1\"><v>1</v></c>",
            "<c r='&#90;ZZZZZ1'><v>1</v></c>",
            "<!-- it's --><c r='ZZZZZZ1'/><!-- it's -->",
            "<!--><a b='--><c r='ZZZZZZ1'/>",
            "<![CDATA[<a b=']]><c r='ZZZZZZ1'/>"
        }) {
            assertThatThrownBy(() -> Workbook.open(workbook(sheet(cell))))
                    .as(cell)
                    .hasMessageContaining("column that no spreadsheet has");
        }
        try (Workbook workbook = Workbook.open(workbook(sheet("<c r='XFD1'><v>1</v></c>")))) {
            assertThat(workbook.listSheets().getFirst().readAll().getFirst().cells())
                    .hasSize(16_384);
        }
    }

    @Test
    void a_number_beyond_any_spreadsheet_is_left_as_it_stands_and_not_written_out() throws Exception {
        Path file = workbook(sheet("<c r='A1'><v>1E999999999</v></c><c r='B1'><v>-1.5E300</v></c>"));
        try (Workbook workbook = Workbook.open(file)) {
            GridRow row = workbook.listSheets().getFirst().readAll().getFirst();
            assertThat(row.cell(0).text()).isEqualTo("1E999999999");
            assertThat(row.cell(1).kind()).isEqualTo(GridCell.Kind.NUMBER);
        }
    }

    private Path workbook(String sheet) throws IOException {
        Path file = Files.createTempFile(folder, "made", ".xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            put(zip, "[Content_Types].xml", CONTENT);
            put(
                    zip,
                    "_rels/.rels",
                    "<Relationships xmlns='" + PACKAGE + "'><Relationship Id='rId1' Type='" + RELATIONS
                            + "/officeDocument' Target='xl/workbook.xml'/></Relationships>");
            put(zip, "xl/workbook.xml", WORKBOOK);
            put(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships xmlns='" + PACKAGE
                            + "'><Relationship Id='rId1' Type='" + RELATIONS
                            + "/worksheet' Target='worksheets/sheet1.xml'/></Relationships>");
            put(zip, "xl/worksheets/sheet1.xml", sheet);
        }
        return file;
    }

    private static String sheet(String cells) {
        return "<worksheet xmlns='" + SHEETS + "'><sheetData><row r='1'>" + cells + "</row></sheetData></worksheet>";
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
