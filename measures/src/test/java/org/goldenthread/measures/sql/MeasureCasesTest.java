package org.goldenthread.measures.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goldenthread.measures.catalogue.Catalogue;
import org.goldenthread.measures.catalogue.Measure;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class MeasureCasesTest {

    @TestFactory
    Stream<DynamicContainer> everyMeasureCountsItsHandMadeCasesAsExpected() throws IOException, URISyntaxException {
        return files().stream()
                .map(file -> DynamicContainer.dynamicContainer(
                        file.measure(),
                        file.cases().stream()
                                .map(one -> DynamicTest.dynamicTest(one.title(), () -> file.run(one)))
                                .onClose(file::close)));
    }

    @Test
    void everyMeasureWithAQueryOfItsOwnHasCases() throws IOException, URISyntaxException {
        Set<String> withCases = files().stream()
                .filter(file -> !file.cases().isEmpty())
                .map(CaseFile::measure)
                .collect(Collectors.toSet());
        String standardLocalQuery = withoutKey(Catalogue.standard().getMeasure("neet-16-17"));
        List<String> without = Catalogue.standard().listMeasures().stream()
                .filter(measure -> !measure.isLocal() || !withoutKey(measure).equals(standardLocalQuery))
                .map(Measure::id)
                .filter(id -> !withCases.contains(id))
                .toList();
        assertThat(without).as("measures without a file of cases").isEmpty();
    }

    private static String withoutKey(Measure measure) {
        return measure.sql().replace("'" + measure.local() + "'", "''");
    }

    private static List<CaseFile> files() throws IOException, URISyntaxException {
        URL folder = Objects.requireNonNull(MeasureCasesTest.class.getResource("cases"), "the folder of cases");
        List<CaseFile> files = new ArrayList<>();
        try (Stream<Path> paths = Files.list(Path.of(folder.toURI()))) {
            for (Path path : paths.sorted().toList()) {
                String name = String.valueOf(path.getFileName());
                files.add(new CaseFile(
                        Catalogue.standard().getMeasure(name.replace(".txt", "")), Files.readString(path)));
            }
        }
        return files;
    }
}
