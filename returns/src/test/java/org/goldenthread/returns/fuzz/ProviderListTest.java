package org.goldenthread.returns.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.goldenthread.returns.check.Refusal;
import org.goldenthread.returns.check.ssda903.ProviderList;
import org.goldenthread.returns.check.ssda903.Providers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ofsted's lists as they are when somebody has had them in hand. */
class ProviderListTest {
    private static final String END = "<c r=\"D2\"><v>45382</v></c>";

    @TempDir
    private Path folder;

    @Test
    void aUrnIsTheSameWhetherItIsANumberOrATextWithNoughtsAfterThePoint() throws IOException {
        Providers providers = read(Seeds.PROVIDERS.replace(
                "<c r=\"A2\"><v>1234567</v></c>", "<c r=\"A2\" t=\"inlineStr\"><is><t>1234567.0</t></is></c>"));

        // 45382 days from the end of 1899 are 31 March 2024.
        assertThat(providers.list("1234567"))
                .extracting(Providers.Provider::end)
                .containsExactly(LocalDate.of(2024, 3, 31));
    }

    @Test
    void anEndThatIsNoDateIsToldOfForTheProviderWouldCountAsOpen() throws IOException {
        Providers providers =
                read(Seeds.PROVIDERS.replace(END, "<c r=\"D2\" t=\"inlineStr\"><is><t>31/02/2024</t></is></c>"));

        assertThat(providers.list("1234567")).hasSize(1);
        assertThat(providers.refusals()).singleElement().satisfies(refusal -> {
            assertThat(refusal.line()).isEqualTo(2);
            assertThat(refusal.problem()).contains("counts as open");
        });
    }

    @Test
    void aRowWithoutAUrnIsToldOf() throws IOException {
        Providers providers = read(Seeds.PROVIDERS.replace("<c r=\"A2\"><v>1234567</v></c>", ""));

        assertThat(providers.refusals()).extracting(Refusal::line).containsExactly(2);
    }

    @Test
    void aSecondWorkbookOfTheSameProvidersIsNotRefused() throws IOException {
        Path one = write("one.xlsx", Seeds.PROVIDERS);
        Path other = write("other.xlsx", Seeds.PROVIDERS);

        assertThat(ProviderList.read(List.of(one, other), null).list("1234567")).hasSize(2);
    }

    private Providers read(String rows) throws IOException {
        return ProviderList.read(List.of(write("providers.xlsx", rows)), null);
    }

    private Path write(String name, String rows) throws IOException {
        return Files.write(folder.resolve(name), Archives.zip(Seeds.workbook(rows), 0));
    }
}
