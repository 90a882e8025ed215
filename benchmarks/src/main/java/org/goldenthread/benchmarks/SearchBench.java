package org.goldenthread.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.zip.CRC32;
import org.goldenthread.app.GoldenThreadApplication;
import org.goldenthread.app.ServeOptions;
import org.goldenthread.demo.DatabaseWay;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Times the search for people and the check for duplicates among a million made-up people, on the database as the application starts it and
 * as its own role: for who sees every record, for the front door, and for a worker who sees their team's alone.
 */
final class SearchBench {

    private static final int PEOPLE = Integer.getInteger("goldenthread.bench.people", 1_000_000);
    private static final int QUERIES = 300;
    private static final int WARM_UP = 40;
    private static final String GOAL = "0.050 s at p95";
    private static final String SCRIPT = "made-up-people.sql";
    private static final String MIGRATION = "/db/migration/V020__person_search.sql";
    private static final String WORKER = "worker-7";
    private static final String AT = "2026-03-02T10:00:00Z";

    private final Report report;
    private final Path folder;

    SearchBench(Report report, Path folder) {
        this.report = report;
        this.folder = folder;
    }

    /** Who asks, and with which rights. */
    private record Asker(String name, String rights) {}

    /** Somebody whom a query is made of. */
    private record Somebody(
            String given,
            String family,
            LocalDate born,
            String nhs,
            String localNumber,
            String street,
            String postcode) {}

    private record Kind(String name, Function<Somebody, String> words) {}

    void run() throws IOException, SQLException {
        // Another script or another schema makes another database.
        Path home = folder.resolve("search-" + PEOPLE + "-" + Long.toHexString(sumOf(SCRIPT, MIGRATION)));
        boolean loaded = Files.exists(home.resolve("loaded"));
        try (ConfigurableApplicationContext application =
                GoldenThreadApplication.start(ServeOptions.in(home).withPort(0).asDemo())) {
            DatabaseWay way = DatabaseWay.of(application, home);
            try (Connection owner = way.asOwner(AT)) {
                if (!loaded) {
                    load(owner);
                    Files.createFile(home.resolve("loaded"));
                }
                report.data(String.format(
                        Locale.UK,
                        "%,d made-up people, one in 200 restricted, one in 50 allocated, of 31,700 family names",
                        PEOPLE));
                List<Somebody> anybody = sample(
                        owner,
                        "p.local_number in (select (1000000 + n)::text from generate_series(3, " + PEOPLE + ", "
                                + PEOPLE / (2 * QUERIES) + ") as n)",
                        1);
                List<Somebody> own = sample(
                        owner,
                        "p.id in (select a.person from allocation a join team_member t on t.team = a.team where t.account = '"
                                + WORKER + "')",
                        2);
                List<Somebody> half = new ArrayList<>(anybody.subList(0, QUERIES / 2));
                for (int at = 0; at < QUERIES / 2; at++) {
                    half.add(own.get(at % own.size()));
                }
                time(
                        way,
                        new Asker("sees every record", "SEARCH_PEOPLE SEE_RECORDS SEE_EVERY_RECORD FIND_EVERY_CHILD"),
                        anybody);
                time(way, new Asker("front door", "SEARCH_PEOPLE SEE_RECORDS FIND_EVERY_CHILD"), anybody);
                time(way, new Asker("sees their team's", "SEARCH_PEOPLE SEE_RECORDS"), half);
            }
        }
    }

    private void load(Connection owner) throws IOException, SQLException {
        long start = System.nanoTime();
        try (Statement statement = owner.createStatement()) {
            statement.execute(text(SCRIPT).replace("{people}", String.valueOf(PEOPLE)));
            statement.execute(
                    "vacuum analyze person, person_search, search_word, other_name, address, allocation, relationship, restriction,"
                            + " team_member, account");
        }
        report.line("loading the people, once", new double[] {(System.nanoTime() - start) / 1e9}, 0, "");
    }

    private void time(DatabaseWay way, Asker asker, List<Somebody> people) throws SQLException {
        Random luck = new Random(7);
        List<Kind> kinds = List.of(
                new Kind("family name", Somebody::family),
                new Kind("part of a name", somebody -> part(somebody.family(), 4)),
                new Kind("two letters", somebody -> part(somebody.family(), 2)),
                new Kind(
                        "parts of two names", somebody -> part(somebody.given(), 3) + " " + part(somebody.family(), 3)),
                new Kind("whole name", somebody -> somebody.given() + " " + somebody.family()),
                new Kind(
                        "name misspelt", somebody -> first(somebody.given()) + " " + misspelt(somebody.family(), luck)),
                new Kind("family name misspelt", somebody -> misspelt(somebody.family(), luck)),
                new Kind(
                        "date of birth",
                        somebody -> somebody.born().getDayOfMonth() + "/"
                                + somebody.born().getMonthValue() + "/"
                                + somebody.born().getYear()),
                new Kind(
                        "name and year",
                        somebody -> somebody.family() + " " + somebody.born().getYear()),
                new Kind(
                        "part, year, postcode",
                        somebody -> part(somebody.given(), 3) + " "
                                + somebody.born().getYear() + " "
                                + somebody.postcode().split(" ", 2)[0]),
                new Kind(
                        "NHS or local number",
                        somebody -> somebody.nhs().isEmpty() ? somebody.localNumber() : somebody.nhs()),
                new Kind("postcode", Somebody::postcode),
                new Kind("address", Somebody::street),
                new Kind(
                        "nobody's name",
                        somebody -> "zq" + part(somebody.family(), 3) + " xj" + part(somebody.given(), 3)));
        List<Double> all = new ArrayList<>();
        try (Connection connection = way.asApplication();
                PreparedStatement search = connection.prepareStatement("select * from search_people(?, 21, 0)");
                PreparedStatement check =
                        connection.prepareStatement("select * from possible_duplicates(?, ?, ?, null, ?, '', ?)")) {
            DatabaseWay.tell(connection, WORKER, asker.rights(), AT);
            for (Kind kind : kinds) {
                double[] seconds = new double[people.size()];
                for (int at = -WARM_UP; at < people.size(); at++) {
                    search.setString(1, kind.words().apply(people.get(Math.floorMod(at, people.size()))));
                    double took = time(search);
                    if (at >= 0) {
                        seconds[at] = took;
                        all.add(took);
                    }
                }
                report.percentiles(asker.name() + ": " + kind.name(), seconds, GOAL);
            }
            report.percentiles(
                    asker.name() + ": all of these",
                    all.stream().mapToDouble(Double::doubleValue).toArray(),
                    GOAL);
            double[] seconds = new double[people.size()];
            for (int at = -WARM_UP; at < people.size(); at++) {
                Somebody somebody = people.get(Math.floorMod(at, people.size()));
                check.setString(1, somebody.given());
                check.setString(2, at % 3 == 0 ? misspelt(somebody.family(), luck) : somebody.family());
                check.setDate(3, Date.valueOf(somebody.born()));
                check.setString(4, at % 2 == 0 ? somebody.nhs() : "");
                check.setString(5, somebody.postcode());
                double took = time(check);
                if (at >= 0) {
                    seconds[at] = took;
                }
            }
            report.percentiles(asker.name() + ": possible duplicates", seconds, GOAL);
        }
    }

    private static double time(PreparedStatement statement) throws SQLException {
        long start = System.nanoTime();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                rows.getString("standing");
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }

    /** @param which a condition on the person {@code p} */
    private static List<Somebody> sample(Connection owner, String which, int seed) throws SQLException {
        List<Somebody> people = new ArrayList<>();
        try (Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(
                        "select p.given_name, p.family_name, p.born, p.nhs_number, p.local_number, split_part(a.lines, E'\\n', 1) as street,"
                                + " a.postcode from person p cross join lateral (select lines, postcode from address"
                                + " where person = p.id order by id limit 1) a where "
                                + which + " order by md5(p.id::text || " + seed + ") limit " + QUERIES)) {
            while (row.next()) {
                people.add(new Somebody(
                        row.getString("given_name"),
                        row.getString("family_name"),
                        row.getDate("born").toLocalDate(),
                        row.getString("nhs_number"),
                        row.getString("local_number"),
                        row.getString("street"),
                        row.getString("postcode")));
            }
        }
        return people;
    }

    private static String part(String name, int letters) {
        return name.substring(0, Math.min(letters, name.length())).toLowerCase(Locale.ROOT);
    }

    private static String first(String names) {
        return names.split(" ", 2)[0];
    }

    /** Two letters change places, or one is left out. */
    private static String misspelt(String name, Random luck) {
        if (name.length() < 4) {
            return name;
        }
        int at = 1 + luck.nextInt(name.length() - 2);
        return luck.nextBoolean()
                ? name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2)
                : name.substring(0, at) + name.substring(at + 1);
    }

    private static String text(String resource) throws IOException {
        try (InputStream in = SearchBench.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("There is no " + resource + " in this build.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static long sumOf(String... resources) throws IOException {
        CRC32 sum = new CRC32();
        for (String resource : resources) {
            sum.update(text(resource).getBytes(StandardCharsets.UTF_8));
        }
        return sum.getValue();
    }
}
