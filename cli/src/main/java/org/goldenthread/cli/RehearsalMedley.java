package org.goldenthread.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.goldenthread.returns.check.Field;
import org.goldenthread.returns.check.ssda903.Ssda903Table;

/**
 * A return of children to whom everything happens: every table, with codes and days drawn by lot. No rule ends at its first question then,
 * and what the rules use besides is recorded too.
 */
final class RehearsalMedley {
    private static final int CHILDREN = 300;
    private static final int MOST_ROWS = 3;
    private static final int BLANK_IN = 4;
    private static final LocalDate FIRST_DAY = LocalDate.of(2022, 1, 1);
    private static final LocalDate FIRST_BIRTH = LocalDate.of(2003, 1, 1);
    private static final int BIRTH_DAYS = 365 * 20;
    private static final int DAYS = 365 * 2 + 90;
    private static final DateTimeFormatter SLASHES = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    /** Some of the department's codes; a field that is not here is a day, unless it is the child's identifier. */
    private static final Map<String, List<String>> CODES = Map.ofEntries(
            Map.entry("SEX", List.of("1", "2")),
            Map.entry("ETHNIC", List.of("WBRI", "AIND", "NOBT")),
            Map.entry("UPN", List.of("UN1", "UN2", "A123456789123")),
            Map.entry("MOTHER", List.of("0", "1")),
            Map.entry("RNE", List.of("S", "P", "L", "T", "B", "U")),
            Map.entry("LS", List.of("C1", "C2", "D1", "E1", "J1", "J2", "V2", "V3", "V4", "L1", "L2", "L3")),
            Map.entry("CIN", List.of("N1", "N2", "N4", "N8")),
            Map.entry("PLACE", List.of("A3", "A4", "A5", "A6", "H5", "K2", "P1", "P2", "R3", "T0", "U1", "U6", "Z1")),
            Map.entry("PLACE_PROVIDER", List.of("PR0", "PR1", "PR2", "PR4")),
            Map.entry("REC", List.of("X1", "E2", "E3", "E4A", "E8", "E11", "E12", "E13", "E15", "E17", "E45", "E48")),
            Map.entry("REASON_PLACE_CHANGE", List.of("CARPL", "CLOSE", "ALLEG", "PLACE", "CREQB")),
            Map.entry("HOME_POST", List.of("ZZ99 3VZ", "ZZ99 3WZ")),
            Map.entry("PL_POST", List.of("ZZ99 3VZ", "ZZ99 3WZ")),
            Map.entry("URN", List.of("SC000001", "SC999999", "XXXXXXX")),
            Map.entry("REVIEW_CODE", List.of("PN0", "PN1", "PN3")),
            Map.entry("SDQ_SCORE", List.of("12", "41")),
            Map.entry("SDQ_REASON", List.of("SDQ1", "SDQ2")),
            Map.entry("CONVICTED", List.of("0", "1")),
            Map.entry("HEALTH_CHECK", List.of("0", "1")),
            Map.entry("IMMUNISATIONS", List.of("0", "1")),
            Map.entry("TEETH_CHECK", List.of("0", "1")),
            Map.entry("HEALTH_ASSESSMENT", List.of("0", "1")),
            Map.entry("SUBSTANCE_MISUSE", List.of("0", "1")),
            Map.entry("INTERVENTION_RECEIVED", List.of("0", "1")),
            Map.entry("INTERVENTION_OFFERED", List.of("0", "1")),
            Map.entry("IN_TOUCH", List.of("YES", "NO", "DIED", "RHOM")),
            Map.entry("ACTIV", List.of("F1", "F2", "G4")),
            Map.entry("ACCOM", List.of("B1", "K1", "Z1")),
            Map.entry("FOSTER_CARE", List.of("0", "1")),
            Map.entry("NB_ADOPTR", List.of("1", "2")),
            Map.entry("SEX_ADOPTR", List.of("M1", "MF")),
            Map.entry("LS_ADOPTR", List.of("L0", "L11")),
            Map.entry("REASON_PLACED_CEASED", List.of("RD1", "RD4")),
            Map.entry("PREV_PERM", List.of("P1", "P2", "P3", "Z1")),
            Map.entry("LA_PERM", List.of("399", "NUK")),
            Map.entry("MISSING", List.of("M", "A")),
            Map.entry("SW_ID", List.of("W1", "W2")),
            Map.entry("SW_REASON", List.of("MANAGE", "FCONTA")));

    private final Random lot;

    private RehearsalMedley(Random lot) {
        this.lot = lot;
    }

    /** @param seed another for another year's return of the same children */
    static void write(Path folder, long seed) throws IOException {
        Files.createDirectories(folder);
        RehearsalMedley medley = new RehearsalMedley(new Random(seed));
        for (Ssda903Table table : Ssda903Table.values()) {
            Files.write(folder.resolve(table.label() + ".csv"), medley.lines(table));
        }
    }

    private List<String> lines(Ssda903Table table) {
        List<Field> fields = table.fileFields();
        List<String> lines = new ArrayList<>();
        lines.add(String.join(",", fields.stream().map(Field::name).toList()));
        for (int child = 1; child <= CHILDREN; child++) {
            int id = child;
            for (int rows = lot.nextInt(MOST_ROWS + 1); rows > 0; rows--) {
                lines.add(String.join(
                        ",", fields.stream().map(field -> text(field, id)).toList()));
            }
        }
        return lines;
    }

    private String text(Field field, int child) {
        List<String> codes = CODES.get(field.name());
        if (field.name().equals("CHILD")) {
            return String.valueOf(child);
        } else if (field.name().equals("DOB")) {
            return FIRST_BIRTH.plusDays((long) child * BIRTH_DAYS / CHILDREN).format(SLASHES);
        } else if (lot.nextInt(BLANK_IN) == 0) {
            return "";
        } else if (codes != null) {
            return codes.get(lot.nextInt(codes.size()));
        }
        return FIRST_DAY.plusDays(lot.nextInt(DAYS)).format(SLASHES);
    }
}
