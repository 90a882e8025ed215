package org.goldenthread.publication;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.goldenthread.core.figures.Direction;
import org.goldenthread.core.figures.Part;
import org.goldenthread.core.figures.Period;
import org.goldenthread.core.figures.Polarity;
import org.goldenthread.core.figures.Rating;
import org.goldenthread.core.figures.Unit;
import org.goldenthread.core.figures.YearBasis;
import org.goldenthread.measures.scorecard.Indicator;
import org.goldenthread.measures.scorecard.RatingOverride;
import org.goldenthread.measures.scorecard.Scorecard;

/** Scorecards of a made-up borough that show every state, rating and direction. */
final class SampleScorecards {
    static final LocalDate AS_AT = LocalDate.of(2024, 3, 31);
    static final List<String> AREAS = List.of("England", "London", "Statistical neighbours");

    private static final String EARLY_HELP = "Early help";
    private static final String SAFEGUARDING = "Safeguarding and child protection";
    private static final String LOOKED_AFTER = "Children looked after and care leavers";
    private static final String COMPLEX = "Children and young people with complex needs";
    private static final String CALENDAR = "Education, health and care plans";

    private SampleScorecards() {}

    static Scorecard partTwo() {
        return scorecard(Part.PART_2, rows(false));
    }

    /** The same borough with the small numbers of 4, 18a and 28, and two months of 5, taken out. */
    static Scorecard partOne() {
        return scorecard(Part.PART_1, rows(true));
    }

    /** As many rows as asked for, by repeating the sample's. */
    static Scorecard ofRows(int count) {
        List<Indicator> sample = rows(false);
        return scorecard(
                Part.PART_2,
                IntStream.range(0, count)
                        .mapToObj(i -> sample.get(i % sample.size()))
                        .toList());
    }

    static Scorecard scorecard(Part part, List<Indicator> indicators) {
        return new Scorecard(
                "London Borough of Fairmead",
                "Children's scrutiny dataset 2023/24",
                AS_AT,
                part,
                "s-7f3a91c2",
                IntStream.range(0, 12)
                        .mapToObj(i -> Period.month(SampleIndicator.APRIL_2023.plusMonths(i)))
                        .toList(),
                IntStream.rangeClosed(1, 3)
                        .mapToObj(i -> Period.yearContaining(AS_AT.minusYears(i), YearBasis.FINANCIAL))
                        .toList(),
                AREAS,
                indicators,
                List.of("No Annex A was loaded, so indicator 10 has no figures."));
    }

    static Commentaries commentaries() {
        return new Commentaries(Map.of(
                "7",
                new Commentary(
                        "Two teams ran with vacancies from September to January, and assessments that needed a medical"
                                + " report waited for it.\n\nFour social workers started in February. Open assessments past"
                                + " day 35 are now looked at each week.",
                        "Head of Service, Referral and Assessment",
                        LocalDate.of(2024, 4, 22),
                        Part.PART_1),
                "4",
                new Commentary(
                        "Both of the 2 children excluded in spring were known to early help.",
                        "Head of Access and Inclusion",
                        LocalDate.of(2024, 4, 22),
                        Part.PART_2)));
    }

    private static List<Indicator> rows(boolean publicOnly) {
        List<SampleIndicator> rows = new ArrayList<>();
        addEarlyHelp(rows, publicOnly);
        addSafeguarding(rows);
        addLookedAfter(rows, publicOnly);
        addComplexNeeds(rows, publicOnly);
        addCalendarYear(rows);
        return rows.stream().map(SampleIndicator::build).toList();
    }

    private static void addEarlyHelp(List<SampleIndicator> rows, boolean publicOnly) {
        rows.add(row("1", "Total footfall, children and family centres", EARLY_HELP, Unit.COUNT, Polarity.HIGH)
                .expect("95000", "95000", "5000", "95,000")
                .months("3742 9122 15316 20338 24649 30779 36694 43526 46837 53685 60652 67301")
                .yearToDate("67301")
                .years("52059 28613 6668")
                .compare("- - -")
                .direction(Direction.UP_BETTER)
                .override(new RatingOverride(
                        Rating.GREEN,
                        "The target was set before two centres closed for repair; visits to the others are up by a third.",
                        "Director of Children's Services",
                        Instant.parse("2024-04-18T09:30:00Z")))
                .note("One person who comes ten times is ten visits"));
        rows.add(row("3", "Schools judged good or outstanding", EARLY_HELP, Unit.PERCENT, Polarity.HIGH)
                .expect("95", "90", "3", "95 - 90%")
                .months("x x 86/90 x x 87/90 x x 88/90 x x 87/90")
                .years("96 97 97")
                .compare("89 93 92")
                .direction(Direction.SAME)
                .note("School year is academic year not financial year"));
        rows.add(row("4", "Primary permanent exclusions", EARLY_HELP, Unit.COUNT, Polarity.LOW)
                .expect("0", "0", "1", "0")
                .months(publicOnly ? "s s s s s s s s s s s s" : "0 0 0 0 0 0 0 0 1 0 2 0")
                .yearToDate(publicOnly ? "s" : "3")
                .years(publicOnly ? "s s s" : "0 1 0")
                .compare("- - -")
                .direction(Direction.UP_WORSE));
        rows.add(row("5", "Secondary permanent exclusions", EARLY_HELP, Unit.COUNT, Polarity.LOW)
                .expect("22", "40", "4", "22 - 40")
                .months(publicOnly ? "s s 16 s x s s 7 10 s s 10" : "3 1 16 3 x 3 2 7 10 4 2 10")
                .yearToDate("38p")
                .years("33 47p 17")
                .compare("- - -")
                .direction(Direction.UP_WORSE));
    }

    private static void addSafeguarding(List<SampleIndicator> rows) {
        rows.add(row("6", "Number of referrals to children's social care", SAFEGUARDING, Unit.COUNT, Polarity.NEUTRAL)
                .months("268 412<409 525 408 263 396 423 527 335 293 266<271 384p")
                .yearToDate("4500")
                .years("4513 4032 3827")
                .compare("640430 107900 3910")
                .direction(Direction.DOWN));
        rows.add(
                row("7", "Assessments completed within 45 working days", SAFEGUARDING, Unit.PERCENT, Polarity.HIGH)
                        .expect("95", "83", "3", "95 - 83%")
                        .months(
                                "290/300 260/290 280/310 270/300 200/240 190/260 210/300 220/310 180/260 190/250 170/230 250/330")
                        .yearToDate("2710/3380")
                        .years("93 96 85")
                        .compare("82 85 84")
                        .direction(Direction.DOWN_WORSE)
                        .why(
                                "There is a statutory limit of 45 working days; the measure shows whether caseloads can be managed."));
        rows.add(row("8", "Children in need (assessed, local)", SAFEGUARDING, Unit.COUNT, Polarity.NEUTRAL)
                .months("895 849 850 832 860 873 846 847 889 938 973 936")
                .years("920 890 615")
                .compare("- - -")
                .direction(Direction.UP)
                .note("Including the disabled children's team"));
        rows.add(row(
                        "10",
                        "Children on a plan with an allocated social worker",
                        SAFEGUARDING,
                        Unit.PERCENT,
                        Polarity.HIGH)
                .expect("100", "100", "0", "100%")
                .months("c c c c c c c c c c c c")
                .years("c c c")
                .compare("- - -"));
        rows.add(row("12", "Second or later child protection plan", SAFEGUARDING, Unit.PERCENT, Polarity.LOW)
                .expect("15", "25", "3", "25 - 15%")
                .months("6/40 15/79 14/118 27/160 47/205 57/248 66/288 72/329 77/366 85/404 93/443 98/488")
                .yearToDate("98/488")
                .years("23 20 14")
                .compare("23.6 18.4 x")
                .direction(Direction.DOWN_BETTER));
        rows.add(row("13", "Average length of care proceedings", SAFEGUARDING, Unit.WEEKS, Polarity.LOW)
                .expect("26", "26", "4", "26 weeks")
                .months("49 42 41 47 62 52 41 59 36 36p 21p a")
                .yearToDate("a")
                .years("45 44 49")
                .compare("41 32 -"));
    }

    private static void addLookedAfter(List<SampleIndicator> rows, boolean publicOnly) {
        rows.add(row("14", "Children looked after, rate", LOOKED_AFTER, Unit.RATE_PER_10000, Polarity.NEUTRAL)
                .months("x x 351/74900 x x 345/74900 x x 350/74900 x x 351/74900")
                .years("47 45 45")
                .compare("71 51 55")
                .direction(Direction.UP)
                .note("Population: mid-2022 estimate, 74,900"));
        rows.add(row("17", "Looked after reviews held in time", LOOKED_AFTER, Unit.PERCENT, Polarity.HIGH)
                .expect("100", "90", "5", "100 - 90%")
                .months("80/80 77/80 76/80 75/80 73/80 74/80 77/80 73/80 77/80 70/80 72/80 71/80")
                .years("94 95 93")
                .compare("c z low")
                .direction(Direction.DOWN_WORSE));
        rows.add(row("18a", "In-house foster households recruited", LOOKED_AFTER, Unit.COUNT, Polarity.HIGH)
                .expect("15", "15", "3", "15")
                .months(publicOnly ? "s s s s s s s s s s s s" : "1 1 1 2 2 4 4 5 5 6 6 7")
                .yearToDate(publicOnly ? "s" : "7")
                .years("6 11 10")
                .compare("- - -")
                .direction(Direction.UP_BETTER));
        rows.add(row(
                        "22",
                        "Care leavers aged 19 to 21 in education, employment or training",
                        LOOKED_AFTER,
                        Unit.PERCENT,
                        Polarity.HIGH)
                .expect("52", "47", "4", "52 - 47%")
                .months("x 8/24 15/36 28/50 34/60 42/70 54/80 51/90 67/100 62/110 68/120 73/130")
                .yearToDate("73/130")
                .years("55 51 42")
                .compare("56 60 57")
                .direction(Direction.UP_BETTER));
    }

    private static void addComplexNeeds(List<SampleIndicator> rows, boolean publicOnly) {
        rows.add(row("24", "Average caseload, referral and assessment", COMPLEX, Unit.CASES, Polarity.NEUTRAL)
                .decimals(1)
                .expect("12", "18", "2", "12 - 18")
                .months("16 17 19 17 14 14 16 18 19 13 10 14.4")
                .years("21 17.3 18.1")
                .compare("- - -")
                .direction(Direction.DOWN_BETTER));
        rows.add(row(
                        "26",
                        "Young people aged 16 and 17 not in education, employment or training",
                        COMPLEX,
                        Unit.PERCENT,
                        Polarity.LOW)
                .decimals(1)
                .expect("1.7", "1.9", "0.3", "1.7% - 1.9%")
                .months("88/7140 93/7134 97/7135 101/7128 110/7126 x 90/7436 99/7441 103/7423 95/7411 87/7403 92/7404")
                .years("1.1 1.2 1.5")
                .compare("2.8 1.9 2.4")
                .direction(Direction.UP_WORSE));
        rows.add(row("28", "First-time entrants to the youth justice system", COMPLEX, Unit.COUNT, Polarity.LOW)
                .months(publicOnly ? "s s s s s s s s s s s s" : "2 3 4 1 2 3 5 2 2 1 4 3")
                .yearToDate(publicOnly ? "s" : "32")
                .years("44 31 30")
                .compare("15182 3090 -")
                .direction(Direction.DOWN_BETTER));
    }

    private static void addCalendarYear(List<SampleIndicator> rows) {
        rows.add(row("31", "Plans issued within 20 weeks (without exceptions)", CALENDAR, Unit.PERCENT, Polarity.HIGH)
                .calendarYear2024()
                .expect("75", "65", "5", "75 - 65%")
                .months("20/51 34/49 44/50 n n n n n n n n n")
                .yearToDate("98/150")
                .years("36 65 62")
                .compare("51 63 55")
                .direction(Direction.UP_BETTER));
        rows.add(row("32", "Plans issued within 20 weeks (with exceptions)", CALENDAR, Unit.PERCENT, Polarity.HIGH)
                .calendarYear2024()
                .months("17/59 28/60 29/60 n n n n n n n n n")
                .yearToDate("74/179")
                .years("27 37 43")
                .compare("59 60 57")
                .direction(Direction.UP_BETTER));
    }

    private static SampleIndicator row(String number, String name, String section, Unit unit, Polarity polarity) {
        return new SampleIndicator(number, name, section, unit, polarity);
    }
}
