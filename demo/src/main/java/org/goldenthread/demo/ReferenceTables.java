package org.goldenthread.demo;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.dhatim.fastexcel.Workbook;

/**
 * What a returning council has beside its return: Ofsted's list of providers, as a workbook, and a directory of postcodes.
 * They are made up as the borough is, and agree with it.
 */
final class ReferenceTables {
    private static final List<String> PROVIDER_COLUMNS = List.of(
            "URN", "Provider name", "Placement code", "Placement provider code", "Setting postcode", "Closed date");

    /** Of the families that are lived, whose homes and carers lie in a row two kilometres apart in the middle of the borough. */
    private static final int LIVED_EASTING = 540_000;

    private static final int LIVED_NORTHING = 190_000;
    private static final int LIVED_APART = 2_000;

    private ReferenceTables() {}

    static void write(Borough borough, Path directory) throws IOException {
        Files.createDirectories(directory);
        writeProviders(borough, directory.resolve("providers.xlsx"));
        writePostcodes(borough, directory.resolve("postcodes.csv"));
    }

    private static void writeProviders(Borough borough, Path file) throws IOException {
        LocalDate day = borough.options().asAt();
        Path draft = file.resolveSibling("providers.part");
        try (OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(draft));
                Workbook workbook = new Workbook(bytes, "Golden Thread demo", "1.0")) {
            AnnexASheet homes = new AnnexASheet(workbook.newWorksheet("Homes and schools"), PROVIDER_COLUMNS);
            AnnexASheet agencies = new AnnexASheet(workbook.newWorksheet("Agencies"), PROVIDER_COLUMNS);
            for (ProviderRegister.Provider provider : borough.register().listProviders()) {
                AnnexASheet sheet = provider.isSetting() ? homes : agencies;
                sheet.row(
                        provider.urn(),
                        provider.name(),
                        provider.places(),
                        provider.provider(),
                        provider.postcode(),
                        null);
            }
            agencies.row(
                    LivedCare.FOSTERING_SERVICE,
                    "Fairmead fostering service",
                    "U1, U2, U3, U4, U5, U6",
                    "PR1",
                    "",
                    null);
        }
        AnnexAWorkbook.writeTimeless(draft, day, file);
        Files.delete(draft);
    }

    private static void writePostcodes(Borough borough, Path file) throws IOException {
        String own = borough.options().authority().geographyCode();
        try (CsvWriter csv = CsvWriter.builder().build(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
            csv.writeRecord("postcode", "easting", "northing", "laua");
            for (String postcode : postcodes(borough)) {
                Postcodes.Spot spot = Postcodes.spot(postcode);
                csv.writeRecord(
                        postcode,
                        String.valueOf(spot.easting()),
                        String.valueOf(spot.northing()),
                        Postcodes.authority(postcode, own));
            }
            for (int place = 0; place < LivedCare.POSTCODES.size(); place++) {
                csv.writeRecord(
                        LivedCare.POSTCODES.get(place),
                        String.valueOf(LIVED_EASTING + LIVED_APART * place),
                        String.valueOf(LIVED_NORTHING),
                        own);
            }
        }
    }

    /** Of every child who was ever looked after, where they lived and where they were placed, and of every provider. */
    private static SortedSet<String> postcodes(Borough borough) {
        SortedSet<String> postcodes = new TreeSet<>();
        for (Person person : borough.people()) {
            for (CarePeriod period : person.carePeriods) {
                postcodes.add(person.postcode);
                period.placements.forEach(placement -> postcodes.add(placement.postcode()));
            }
        }
        borough.register().listProviders().forEach(provider -> postcodes.add(provider.postcode()));
        postcodes.remove("");
        return postcodes;
    }
}
