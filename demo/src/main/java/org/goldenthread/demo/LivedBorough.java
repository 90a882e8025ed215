package org.goldenthread.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.function.Consumer;
import org.goldenthread.app.GoldenThreadApplication;
import org.goldenthread.app.ServeOptions;
import org.goldenthread.app.access.MadeUpAccounts;
import org.goldenthread.app.database.FolderCopy;
import org.goldenthread.app.extract.RecordSnapshots;
import org.goldenthread.app.records.TypedRecords;
import org.goldenthread.returns.Progress;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * A borough whose every figure comes of its record: families who came to the front door over three years are lived through the services, then
 * copied to the size of a borough, and the record is frozen as it was known at the ends of the last two months. It is made once, as a template beside the
 * demo's folder; a folder that is not there starts as a copy of it.
 */
final class LivedBorough {

    /** Left in a folder once all is in it; a folder without it was cut off while it was made. */
    private static final String WHOLE = "lived-borough";

    private static final int YEARS = 3;

    private final Path home;
    private final Size size;
    private final LocalDate today;
    private final Consumer<String> told;

    /**
     * How much there is of it.
     *
     * @param families lived through the services
     * @param copies of each of them
     * @param careLeavers lived besides and not copied: each has birthdays of their own to tell of
     * @param unaccompanied children who came alone to seek asylum, lived besides and not copied
     * @param scale of the population and the local counts beside them, of {@link DemoOptions#scale()}
     */
    record Size(int families, int copies, int careLeavers, int unaccompanied, double scale, CopiedWorkforce workforce) {

        /** Some 2,300 referrals a year among 37,500 children: half of Fairmead. */
        static final Size STANDARD = new Size(1_200, 10, 60, 12, 0.5, new CopiedWorkforce(152, 14, 15));
    }

    LivedBorough(Path home, Size size, LocalDate today, Consumer<String> told) {
        this.home = home.toAbsolutePath().normalize();
        this.size = size;
        this.today = today;
        this.told = told;
    }

    /** Lets the demo's folder be the borough's, unless it is there already. */
    void prepare() throws IOException, SQLException {
        if (Files.exists(home.resolve(WHOLE))) {
            return;
        }
        if (Files.exists(home)) {
            throw new IllegalArgumentException(home + " holds something else. Name a folder that is not there yet.");
        }
        Path template = home.resolveSibling(home.getFileName() + "-template");
        if (!Files.exists(template.resolve(WHOLE))) {
            // What was cut off while it was made.
            FileSystemUtils.deleteRecursively(template);
            make(template);
        }
        Path incoming = home.resolveSibling(home.getFileName() + "-incoming");
        FileSystemUtils.deleteRecursively(incoming);
        FolderCopy.copy(template, incoming);
        Files.move(incoming, home, StandardCopyOption.ATOMIC_MOVE);
    }

    private void make(Path place) throws IOException, SQLException {
        told.accept("Making the borough out of its record, once: " + size.families()
                + " families are lived through the services over " + YEARS + " years, then copied " + size.copies()
                + " times.");
        ServeOptions options = ServeOptions.in(place).withPort(0).asDemo();
        try (ConfigurableApplicationContext application = GoldenThreadApplication.start(options, new LivedClock())) {
            // As root, PostgreSQL runs as a user of its own, and keeps its files elsewhere where that user cannot come
            // this far.
            if (!Files.exists(place.resolve("database"))) {
                throw new IllegalArgumentException("The user that PostgreSQL runs as cannot pass through to " + place
                        + ", so the borough cannot be copied from there. Name another folder with --data.");
            }
            DemoMain.register(application);
            try (Connection owner =
                    DatabaseWay.of(application, place).asOwner(Instant.now().toString())) {
                size.workforce().make(owner);
                LivedFamilies families = new LivedFamilies(
                        application.getBean(TypedRecords.class), application.getBean(MadeUpAccounts.class), today);
                families.live(
                        size.families(),
                        1,
                        (number, random) -> isForAdoption(number)
                                ? LivedFamilies.lately(number, random)
                                : random.nextInt(YEARS * 365),
                        size.workforce()::workersOf,
                        number -> LivedFate.ofABorough(isForAdoption(number)),
                        lived -> {
                            if (lived % 50 == 0 || lived == size.families()) {
                                told.accept(lived + " of " + size.families() + " families lived");
                            }
                        });
                new CopiedFamilies(owner, size.workforce())
                        .copy(size.copies(), made -> told.accept(made + " of " + size.copies() + " copies made"));
                families.liveCareLeavers(size.families(), size.careLeavers(), size.workforce()::workersOf);
                told.accept(size.careLeavers() + " care leavers lived");
                families.liveUnaccompanied(
                        size.families() + size.careLeavers(), size.unaccompanied(), size.workforce()::workersOf);
                told.accept(size.unaccompanied() + " unaccompanied children lived");
            }
            freeze(application, place);
        }
        Files.createFile(place.resolve(WHOLE));
    }

    /** A few of the first two hundred, for some twenty-five adoptions a year. */
    private static boolean isForAdoption(int number) {
        return number < 200 && LivedFamilies.isForAdoption(number);
    }

    /** Freezes the record as it was known at the ends of the two months before this one, with the population that no record holds. */
    private void freeze(ConfigurableApplicationContext application, Path place) throws IOException {
        YearMonth month = YearMonth.from(today);
        for (int before = 2; before > 0; before--) {
            LocalDate day = month.minusMonths(before).atEndOfMonth();
            told.accept("Freezing the record as it was known on " + day);
            Path local = place.resolve("local").resolve(day.toString());
            DemoOptions options = DemoOptions.standard().withScale(size.scale()).withAsAt(day);
            LocalCountFiles.write(options, day, local);
            application
                    .getBean(RecordSnapshots.class)
                    .take(
                            options.authority().code(),
                            options.authority().name(),
                            day,
                            request -> request.local(local),
                            true,
                            "system",
                            Progress.SILENT);
        }
    }
}
