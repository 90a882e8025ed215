package org.goldenthread.returns.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.goldenthread.returns.LoaderReading;
import org.goldenthread.returns.check.Field;
import org.goldenthread.returns.check.Row;
import org.goldenthread.returns.check.cin.CensusReturn;
import org.goldenthread.returns.check.cin.CinTable;
import org.goldenthread.returns.check.ssda903.Ssda903Rows;
import org.goldenthread.returns.check.ssda903.Ssda903Table;
import org.goldenthread.returns.tabular.RefusedFile;

/** Whatever a well-formed return says is in a row or is told of with its line. */
final class XmlAccounting {
    private XmlAccounting() {}

    /** Something that a reader told: its line, and in words. */
    private record Told(int line, String problem) {}

    static void ofSsda903(Path file, byte[] bytes) {
        Ssda903Rows rows = Ssda903Rows.read(List.of(file));
        List<Told> told = new ArrayList<>();
        rows.refusals()
                .forEach(refusal -> told.add(new Told(refusal.line() == null ? 0 : refusal.line(), refusal.problem())));
        if (rows.tables().isEmpty()) {
            assertThat(told).isNotEmpty();
            return;
        }
        Set<String> texts = new HashSet<>();
        for (Ssda903Table table : Ssda903Table.values()) {
            rows.list(table).forEach(row -> addTexts(row, texts));
        }
        NaiveXml.read(bytes).ifPresent(nodes -> {
            assertThat(rows.list(Ssda903Table.HEADER)).hasSize(count(nodes, "CHILD", 1));
            nodes.forEach(node -> assertTold(node, texts, told));
        });
    }

    static void ofCensus(Path file, byte[] bytes) throws IOException {
        CensusReturn census;
        try {
            census = CensusReturn.read(file, 2025);
        } catch (RefusedFile refused) {
            return;
        }
        Set<String> texts = new HashSet<>();
        census.facts().headers().forEach(row -> addTexts(row, texts));
        for (var child : census.children()) {
            for (CinTable table : CinTable.values()) {
                child.rows(table).forEach(row -> addTexts(row, texts));
            }
            child.referrals()
                    .forEach(referral -> referral.assessments()
                            .forEach(assessment -> assessment
                                    .factors()
                                    .forEach(factor -> texts.add(factor.toLowerCase(Locale.ROOT)))));
        }
        List<Told> told = new ArrayList<>();
        census.notes().forEach(note -> told.add(new Told(note.line(), note.problem())));
        NaiveXml.read(bytes).ifPresent(nodes -> {
            long children = nodes.stream()
                    .filter(node -> node.name.equals("Child")
                            && node.path.size() == 2
                            && node.path.getLast().name.equals("Children"))
                    .count();
            assertThat(census.children()).hasSize((int) children);
            nodes.forEach(node -> assertTold(node, texts, told));
        });
    }

    /** The loader's reader: each Child is taken or told of, and no element that the census lacks is passed over in silence. */
    static void ofCensusLoad(Path file, byte[] bytes) {
        LoaderReading reading = LoaderReading.census(file);
        if (reading.refused()) {
            return;
        }
        List<Told> told = new ArrayList<>();
        reading.findings()
                .forEach(finding -> told.add(new Told(finding.line() == null ? 0 : finding.line(), finding.problem())));
        NaiveXml.read(bytes).ifPresent(nodes -> {
            long left = told.stream()
                    .filter(one -> one.problem().contains("The child was left out"))
                    .count();
            long children = nodes.stream()
                    .filter(node -> node.name.equals("Child")
                            && node.path.size() == 2
                            && node.path.getLast().name.equals("Children"))
                    .count();
            assertThat(reading.taken().size() + left).isEqualTo(children);
            for (NaiveXml.Node node : nodes) {
                if (node.name.equals("Unknown") || node.name.equals("Renamed") || node.name.equals("EPISODE")) {
                    assertThat(told.stream().anyMatch(one -> isAbout(one, node)))
                            .as("<%s> on line %s is told of in %s", node.name, node.line, told)
                            .isTrue();
                }
            }
        });
    }

    private static int count(List<NaiveXml.Node> nodes, String name, int depth) {
        return (int) nodes.stream()
                .filter(node -> node.name.equals(name) && node.path.size() == depth)
                .count();
    }

    private static void addTexts(Row row, Set<String> texts) {
        for (Field field : row.table().fields()) {
            texts.add(row.textOrEmpty(field).toLowerCase(Locale.ROOT));
        }
    }

    private static void assertTold(NaiveXml.Node node, Set<String> texts, List<Told> told) {
        String text = node.text.toString();
        boolean isRead = text.isBlank() || texts.contains(text.toLowerCase(Locale.ROOT));
        boolean isTold = told.stream().anyMatch(one -> isAbout(one, node));
        if (!isRead && !isTold) {
            fail("The text \"" + text.strip() + "\" of <" + node.name + "> on line " + node.line
                    + " was neither read nor told of. Told: " + told);
        }
        if (!node.attributes.isEmpty() && !isTold) {
            fail("The attribute of <" + node.name + "> on line " + node.line + " was not told of.");
        }
    }

    /** Whether it names the line of the element, or of one that it is in, or, where like things are told once, the name of one. */
    private static boolean isAbout(Told told, NaiveXml.Node node) {
        if (told.line() >= node.line && told.line() <= node.lastLine || names(told, node)) {
            return true;
        }
        return node.path.stream().skip(1).anyMatch(outer -> told.line() == outer.line || names(told, outer));
    }

    private static boolean names(Told told, NaiveXml.Node node) {
        return told.problem().contains("<" + node.name + ">")
                || told.problem().contains("outside any") && node.path.size() < 2
                || told.problem().contains("not listed");
    }
}
