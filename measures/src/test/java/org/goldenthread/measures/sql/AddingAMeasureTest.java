package org.goldenthread.measures.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.goldenthread.measures.catalogue.Catalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The worked example of the page that shows how to add a measure works as it is printed there. */
class AddingAMeasureTest {

    private static final Path PAGE = Path.of("..", "docs", "adding-a-measure.md");
    private static final String ID = "children-looked-after-with-connected-persons";

    @Test
    void theExampleIsAMeasureAndItsCasesHold(@TempDir Path folder) throws IOException {
        String page = Files.readString(PAGE);
        Files.writeString(folder.resolve(ID + ".sql"), example(page, ID + ".sql"));
        Catalogue catalogue = Catalogue.standardWith(folder);

        try (CaseFile cases = new CaseFile(catalogue.getMeasure(ID), example(page, ID + ".txt"))) {
            assertThat(cases.cases()).hasSize(2);
            cases.cases().forEach(cases::run);
        }
    }

    private static String example(String page, String file) {
        Matcher block = Pattern.compile(
                        "<!-- example: " + Pattern.quote(file) + " -->\\s*```\\w+\\n(.*?)```", Pattern.DOTALL)
                .matcher(page);
        assertThat(block.find()).as("the example " + file + " in " + PAGE).isTrue();
        return block.group(1);
    }
}
