package org.goldenthread.returns.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.goldenthread.returns.DroppedFiles;
import org.goldenthread.returns.LoaderReading;
import org.goldenthread.returns.RecordingSink;
import org.goldenthread.returns.annexa.AnnexAReader;
import org.goldenthread.returns.check.cin.CinValidation;
import org.goldenthread.returns.check.ssda903.ProviderList;
import org.goldenthread.returns.local.LocalCountsReader;
import org.goldenthread.returns.local.PopulationReader;
import org.goldenthread.returns.ssd.SsdExtractReader;
import org.goldenthread.returns.tabular.RefusedFile;
import org.goldenthread.snapshot.Finding;
import org.goldenthread.snapshot.Severity;

/** The readers of what people send, each with sound files to damage and with what must hold whatever it is given. */
enum Reader {
    SSDA903_CSV("return.csv", Form.CSV, List.copyOf(Seeds.SSDA903.values())) {
        @Override
        void check(Path file, byte[] bytes) {
            Accounting.ofSsda903Csv(file, bytes);
        }
    },
    SSDA903_XML("return.xml", Form.XML, List.of(Seeds.SSDA903_XML)) {
        @Override
        void check(Path file, byte[] bytes) {
            XmlAccounting.ofSsda903(file, bytes);
        }
    },
    SSDA903_ZIP("return.zip", Form.ZIP, List.of()) {
        @Override
        void check(Path file, byte[] bytes) {
            Accounting.ofSsda903Zip(file, bytes);
        }
    },
    CENSUS("census.xml", Form.XML, List.of(Seeds.CENSUS)) {
        @Override
        void check(Path file, byte[] bytes) throws IOException {
            XmlAccounting.ofCensus(file, bytes);
        }
    },
    CENSUS_RULES("census.xml", Form.XML, List.of(Seeds.CENSUS)) {
        @Override
        void check(Path file, byte[] bytes) throws IOException {
            try {
                assertThat(CinValidation.run(file, 2025).notRun()).isEmpty();
            } catch (RefusedFile refused) {
                assertThat(refused.problem()).isNotBlank();
            }
        }
    },
    CENSUS_LOAD("census.xml", Form.XML, List.of(Seeds.CENSUS)) {
        @Override
        void check(Path file, byte[] bytes) {
            XmlAccounting.ofCensusLoad(file, bytes);
        }
    },
    LOOKED_AFTER_LOAD("return.csv", Form.CSV, List.copyOf(Seeds.SSDA903.values())) {
        @Override
        void check(Path file, byte[] bytes) {
            LoaderReading reading = LoaderReading.lookedAfter(file);
            if (!reading.refused()) {
                ofLines(reading.taken(), reading.findings(), bytes, false);
            }
        }
    },
    PROVIDERS("providers.xlsx", Form.SHEET, List.of(Seeds.PROVIDERS)) {
        @Override
        void check(Path file, byte[] bytes) throws IOException {
            try {
                ProviderList.read(List.of(file), null)
                        .refusals()
                        .forEach(refusal -> assertThat(refusal.problem()).isNotBlank());
            } catch (RefusedFile refused) {
                assertThat(refused.problem()).isNotBlank();
            }
        }
    },
    POSTCODES("postcodes.csv", Form.CSV, List.of(Seeds.POSTCODES)) {
        @Override
        void check(Path file, byte[] bytes) throws IOException {
            Path cache = Files.createTempDirectory(file.getParent(), "cache");
            Accounting.ofPostcodes(file, bytes, cache);
            delete(cache);
        }
    },
    ANNEX_A("annex-a.xlsx", Form.SHEET, List.of(Seeds.ANNEX_A)) {
        @Override
        void check(Path file, byte[] bytes) {
            RecordingSink sink = new RecordingSink();
            AnnexAReader.read(file, LocalDate.of(2024, 3, 31), sink);
            assertThat(sink.rows.size() + sink.findings.size()).isPositive();
            SheetAccounting.ofWorkbook(file, sink);
        }
    },
    SSD("ssd_cin_visits.csv", Form.CSV, List.of(Seeds.SSD_VISITS)) {
        @Override
        void check(Path file, byte[] bytes) {
            RecordingSink sink = new RecordingSink();
            SsdExtractReader.read(file, LocalDate.of(2024, 3, 31), sink);
            ofSink(sink, bytes);
        }
    },
    LOCAL_COUNTS("counts.csv", Form.CSV, List.of(Seeds.COUNTS)) {
        @Override
        void check(Path file, byte[] bytes) throws IOException {
            RecordingSink sink = new RecordingSink();
            LocalCountsReader.read(file, List.of(), sink);
            assertThat(sink.rows.size() + sink.findings.size()).isPositive();
            SheetAccounting.ofText(file, sink);
        }
    },
    POPULATION("population.csv", Form.CSV, List.of(Seeds.POPULATION)) {
        @Override
        void check(Path file, byte[] bytes) {
            RecordingSink sink = new RecordingSink();
            PopulationReader.read(file, "399", sink);
            ofSink(sink, bytes);
        }
    },
    DROPPED("dropped.zip", Form.ZIP, List.of()) {
        @Override
        void check(Path file, byte[] bytes) throws IOException {
            Path workspace = Files.createTempDirectory(file.getParent(), "workspace");
            DroppedFiles.Sorted sorted = DroppedFiles.sort(List.of(file, file), workspace);
            assertThat(sorted.recognised().size() + sorted.refused().size()).isGreaterThanOrEqualTo(2);
            Stream.of(sorted.cin(), sorted.annexA(), sorted.local(), sorted.ssda903(), sorted.ssd())
                    .flatMap(List::stream)
                    .forEach(place -> assertThat(place).exists());
            delete(workspace);
        }
    };

    /** How a kind of file can be damaged beyond its bytes. */
    enum Form {
        CSV,
        XML,
        ZIP,
        SHEET
    }

    private final String file;
    private final Form form;
    private final List<String> seeds;

    Reader(String file, Form form, List<String> seeds) {
        this.file = file;
        this.form = form;
        this.seeds = seeds;
    }

    /** The name that its files have: some readers go by it. */
    String file() {
        return file;
    }

    /** @throws AssertionError where something was lost or made up */
    abstract void check(Path file, byte[] bytes) throws IOException;

    /** How many inputs of others one of its takes the time of. */
    int cost() {
        return form == Form.ZIP ? 4 : 1;
    }

    /** A damaged file; now and then one that is only damaged in its bytes. */
    byte[] input(RandomGenerator random) {
        if (form == Form.ZIP) {
            return zip(random);
        }
        String seed = seeds.get(random.nextInt(seeds.size()));
        boolean whole = random.nextInt(4) > 0;
        byte[] shaped = switch (form) {
            case CSV -> Seeds.bytes(whole ? new CsvMutator(random).mutate(seed) : seed);
            case XML -> Seeds.bytes(whole ? new XmlMutator(random).mutate(seed) : seed);
            case SHEET -> workbook(whole ? new SheetMutator(random).mutate(seed) : seed, random);
            case ZIP -> zip(random);
        };
        List<byte[]> others = seeds.stream().map(Seeds::bytes).toList();
        return whole && random.nextInt(4) > 0 ? shaped : new Mutator(random).bytes(shaped, others);
    }

    private static byte[] workbook(String rows, RandomGenerator random) {
        List<Archives.Entry> entries = Seeds.workbook(rows);
        return Archives.zip(random.nextInt(10) == 0 ? Archives.mutate(entries, random) : entries, 0);
    }

    private static byte[] zip(RandomGenerator random) {
        List<Archives.Entry> entries = new ArrayList<>();
        for (Map.Entry<String, String> seed : new TreeMap<>(Seeds.SSDA903).entrySet()) {
            if (random.nextInt(3) > 0) {
                entries.add(Archives.Entry.of(seed.getKey(), seed.getValue()));
            }
        }
        if (random.nextInt(5) == 0) {
            entries.add(Archives.Entry.of("return.xml", Seeds.SSDA903_XML));
        }
        if (random.nextInt(5) == 0) {
            entries.add(Archives.Entry.of("census.xml", Seeds.CENSUS));
        }
        byte[] made = Archives.zip(
                Archives.mutate(entries, random), random.nextInt(6) == 0 ? random.nextInt(-9, 1 << 20) : 0);
        return random.nextInt(4) == 0 ? new Mutator(random).bytes(made, List.of(made)) : made;
    }

    private static void ofSink(RecordingSink sink, byte[] bytes) {
        assertThat(sink.rows.size() + sink.findings.size()).isPositive();
        boolean refused = sink.findings.stream()
                .anyMatch(finding -> finding.line() == null && finding.severity() == Severity.ERROR);
        if (!refused) {
            ofLines(sink.rows.stream().map(RecordingSink.Row::line).toList(), sink.findings, bytes, true);
        }
    }

    private static void ofLines(List<Integer> taken, List<Finding> findings, byte[] bytes, boolean mayBreak) {
        List<Integer> filled = Accounting.filled(NaiveText.lines(bytes));
        Accounting.ofLines(
                taken,
                findings.stream().map(Finding::problem).toList(),
                findings.stream().map(Finding::line).filter(Objects::nonNull).toList(),
                bytes,
                filled.getFirst(),
                mayBreak);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    /** The bytes as a person would like to see them. */
    static String shown(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.length() > 1500 ? text.substring(0, 1500) + "..." : text;
    }
}
