package org.goldenthread.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.goldenthread.returns.LoadRequest;

/**
 * Returns of a made-up council so small that every figure can be counted by hand.
 *
 * <p>Sixteen children are looked after from 1 May 2023. At the end of February all sixteen are; in March two leave and three
 * start, so that at its end seventeen are. Five of the sixteen have had three placements, which is more than the 12 per cent
 * that the council accepts.
 */
final class SmallReturns {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.UK);
    private static final LocalDate START = LocalDate.of(2023, 5, 1);

    private final StringBuilder header = new StringBuilder("CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n");
    private final StringBuilder episodes = new StringBuilder(
            "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC," + "REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n");
    private final StringBuilder reviews = new StringBuilder("CHILD,DOB,REVIEW,REVIEW_CODE\n");

    private SmallReturns() {}

    static LoadRequest request(Path folder, LocalDate asAt) {
        return LoadRequest.of("399", "London Borough of Fairmead")
                .ssda903(folder.resolve("ssda903"))
                .local(folder.resolve("local"))
                .extracted(asAt)
                .unencrypted()
                .build();
    }

    /** Writes the returns as they stood on {@code asAt}: the end of February or of March 2024. */
    static Path write(Path folder, LocalDate asAt) {
        SmallReturns returns = new SmallReturns();
        boolean march = asAt.getMonthValue() == 3;
        for (int number = 1; number <= 16; number++) {
            boolean moved = number <= 5;
            LocalDate left = march && number > 14 ? LocalDate.of(2024, 3, 10) : null;
            returns.addChild(number, START, moved, left);
        }
        if (march) {
            for (int number = 17; number <= 19; number++) {
                returns.addChild(number, LocalDate.of(2024, 3, 4), false, null);
            }
        }
        returns.save(folder, asAt);
        return folder;
    }

    private void addChild(
            int number, LocalDate start, boolean moved, @org.jspecify.annotations.Nullable LocalDate left) {
        String child = String.format(Locale.ROOT, "FM%04d", number);
        LocalDate born = LocalDate.of(2012, 1, 1).plusDays(number * 30L);
        header.append(String.join(",", child, "1", DAY.format(born), "WBRI", "UN1", "", ""))
                .append('\n');
        if (moved) {
            addEpisode(child, start, "S", "U1", LocalDate.of(2023, 6, 1), "X1", "CHILD");
            addEpisode(child, LocalDate.of(2023, 6, 1), "P", "U4", LocalDate.of(2023, 9, 1), "X1", "CARPL");
            addEpisode(child, LocalDate.of(2023, 9, 1), "P", "K2", left, left == null ? "" : "E4A", "");
        } else {
            addEpisode(child, start, "S", "U4", left, left == null ? "" : "E4A", "");
        }
        if (start.equals(START)) {
            // Within 20 working days of 1 May 2023, and then within three months.
            addReview(child, born, LocalDate.of(2023, 5, 22));
            addReview(child, born, LocalDate.of(2023, 8, 21));
            addReview(child, born, LocalDate.of(2024, 2, 5));
        }
    }

    private void addEpisode(
            String child,
            LocalDate from,
            String reason,
            String place,
            @org.jspecify.annotations.Nullable LocalDate to,
            String ceased,
            String change) {
        episodes.append(String.join(
                        ",",
                        child,
                        DAY.format(from),
                        reason,
                        "C2",
                        "N1",
                        place,
                        "PR1",
                        to == null ? "" : DAY.format(to),
                        ceased,
                        change,
                        "",
                        "",
                        ""))
                .append('\n');
    }

    private void addReview(String child, LocalDate born, LocalDate held) {
        reviews.append(String.join(",", child, DAY.format(born), DAY.format(held), "PN1"))
                .append('\n');
    }

    private void save(Path folder, LocalDate asAt) {
        try {
            Path ssda903 = Files.createDirectories(folder.resolve("ssda903"));
            Files.writeString(ssda903.resolve("header.csv"), header);
            Files.writeString(ssda903.resolve("episodes.csv"), episodes);
            Files.writeString(ssda903.resolve("reviews.csv"), reviews);
            Path local = Files.createDirectories(folder.resolve("local"));
            Files.writeString(local.resolve("local-counts.csv"), localCounts(asAt));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** Footfall of 1,000 a month, against a target of 95,000 a year. */
    static String localCounts(LocalDate asAt) {
        StringBuilder counts =
                new StringBuilder("local_measure,period_start,period_end,value,numerator,denominator,state,note\n");
        for (LocalDate month = LocalDate.of(2023, 4, 1); !month.isAfter(asAt); month = month.plusMonths(1)) {
            counts.append(String.join(
                            ",",
                            "footfall",
                            month.toString(),
                            month.plusMonths(1).minusDays(1).toString(),
                            "1000",
                            "",
                            "",
                            "value",
                            ""))
                    .append('\n');
        }
        return counts.toString();
    }
}
