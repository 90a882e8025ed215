package org.goldenthread.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import org.goldenthread.app.access.MadeUpAccounts;
import org.goldenthread.app.records.TypedRecords;
import org.goldenthread.core.calendar.WorkingCalendar;

/**
 * Families who are lived through the services up to today, so that the lists of work, the clocks and the chronologies of the demo have
 * come about and were not put there: here who they are, and the front door.
 */
public final class LivedFamilies {

    /** The postcode that every family lives at. */
    static final String HOME = "AB1 0AB";

    private static final String FRONT_DOOR = "front-door-worker";
    private static final String MANAGER = "front-door-manager";

    /** The source of a contact and a referral (Children in need census, referral source). */
    private static final String POLICE = "6";

    private static final String PAEDIATRICIAN = "3F";

    private static final String OTHER_AUTHORITY = "5C";

    private static final String ON_A_PLAN_THERE =
            "On a child protection plan of Northmoor for neglect. The family moved into a flat here last week.";

    private static final String WORN_OUT =
            "Awake most nights, and the parents take turns to sit up. They ask for a weekend now and then to sleep.";

    private static final List<String> WORRIES = List.of(
            "Shouting most nights, and things heard to break. The children look tired in the morning.",
            "Came to school without a coat again and asked for food at breakfast club.",
            "Seen alone at the bus stop at eleven at night, and would not say where home was.",
            "A bruise on the arm; the account of it changed twice.",
            "The mother said that she is not safe at home and does not know where to go.",
            "Missed three health appointments; nobody answered the door.");

    private final TypedRecords records;
    private final MadeUpAccounts accounts;
    private final LocalDate today;

    public LivedFamilies(TypedRecords records, MadeUpAccounts accounts, LocalDate today) {
        this.records = records;
        this.accounts = accounts;
        this.today = today;
    }

    /** How many days before today a family came to the front door. */
    public interface Arrival {
        int daysAgo(int number, Random random);
    }

    /** The way to adoption takes about two years, which chance alone gives none of a hundred: every twenty-fifth family takes it. */
    private static final int EVERY = 25;

    private static final int FIRST_OF_THEM = 12;

    static boolean isForAdoption(int number) {
        return number % EVERY == FIRST_OF_THEM;
    }

    private static final int LEAVER_OF_THEM = 18;

    /** Who comes into care at 15 and leaves it as a young adult, which takes longest of all: another of every twenty-five. */
    private static boolean isCareLeaver(int number) {
        return number % EVERY == LEAVER_OF_THEM;
    }

    private static final int UNACCOMPANIED_OF_THEM = 5;

    private static boolean isUnaccompanied(int number) {
        return number % EVERY == UNACCOMPANIED_OF_THEM;
    }

    private static final int SHORT_BREAKS_OF_THEM = 9;

    private static boolean isInShortBreaks(int number) {
        return number % EVERY == SHORT_BREAKS_OF_THEM;
    }

    private static final int MOVED_HERE_OF_THEM = 15;

    private static boolean isMovedHere(int number) {
        return number % EVERY == MOVED_HERE_OF_THEM;
    }

    /** Some this week, most within the year and some up to three years ago, so that each list has something new, late and ended. */
    static int lately(int number, Random random) {
        if (isForAdoption(number)) {
            // One in five is placed and not adopted yet; the others were adopted this year or the one before.
            return 540 + 110 * (number / EVERY % 5);
        }
        if (isCareLeaver(number)) {
            // From about to be 18 to 20 years and a half.
            return 900 + 320 * (number / EVERY % 4);
        }
        if (isUnaccompanied(number)) {
            return 30 + random.nextInt(700);
        }
        if (isMovedHere(number)) {
            // One is told of and not conferred about yet.
            return 6 + 90 * (number / EVERY % 4);
        }
        if (isInShortBreaks(number)) {
            return 120 + 150 * (number / EVERY % 4);
        }
        return number % 7 == 0 ? random.nextInt(4) : 8 + random.nextInt(number % 2 == 0 ? 3 * 365 : 320);
    }

    /**
     * Lives {@code families} of them, each up to today or to the end of the work with them.
     *
     * @param told is told how many are lived, after each
     */
    public void live(int families, long seed, Arrival arrival, IntConsumer told) {
        live(families, seed, arrival, unused -> LivedTeam.ONLY, LivedFamilies::fateAmongAHundred, told);
    }

    private static LivedFate fateAmongAHundred(int number) {
        if (isUnaccompanied(number)) {
            return LivedFate.ofAnUnaccompaniedChild();
        }
        if (isInShortBreaks(number)) {
            return LivedFate.ofShortBreaks();
        }
        if (isMovedHere(number)) {
            return LivedFate.ofAMoveHere();
        }
        return isCareLeaver(number) ? LivedFate.ofACareLeaver() : LivedFate.ofAHundred(isForAdoption(number));
    }

    /**
     * Lives young people who came into care at 15 up to today, at which they are 17 to 21 and most have left it.
     *
     * @param from the number of the first, which is no other family's
     */
    void liveCareLeavers(int from, int count, IntFunction<LivedTeam> workers) {
        liveBesides(from, count, workers, LivedFate.ofACareLeaver(), random -> 600 + random.nextInt(1_700));
    }

    /** Lives children who came alone to seek asylum within the last two years. */
    void liveUnaccompanied(int from, int count, IntFunction<LivedTeam> workers) {
        liveBesides(from, count, workers, LivedFate.ofAnUnaccompaniedChild(), random -> random.nextInt(730));
    }

    private void liveBesides(
            int from, int count, IntFunction<LivedTeam> workers, LivedFate fate, ToIntFunction<Random> daysAgo) {
        for (int number = from; number < from + count; number++) {
            Random random = new Random(number);
            LocalDate came = workingDay(today.minusDays(daysAgo.applyAsInt(random)));
            live(new LivedCourse(records, accounts, today, random, came, workers.apply(number), fate), number);
        }
    }

    /**
     * @param workers who works with the family of a number
     * @param fates what becomes of it
     */
    void live(
            int families,
            long seed,
            Arrival arrival,
            IntFunction<LivedTeam> workers,
            IntFunction<LivedFate> fates,
            IntConsumer told) {
        for (int number = 0; number < families; number++) {
            Random random = new Random(seed * 31 + number);
            LocalDate came = workingDay(today.minusDays(arrival.daysAgo(number, random)));
            live(
                    new LivedCourse(records, accounts, today, random, came, workers.apply(number), fates.apply(number)),
                    number);
            told.accept(number + 1);
        }
    }

    private static void live(LivedCourse course, int number) {
        String family = LivedNames.family(number);
        boolean girl = course.chance(50);
        // A care leaver was 15 at the front door, and so in care by 16 or soon after.
        int days = course.fate().leavesCare() ? 5_480 + course.number(290) : 200 + course.number(5600);
        LocalDate born = course.date().minusDays(course.isForAdoption() ? 30 + days % 300 : days);
        UUID child = person(
                course,
                course.one(girl ? LivedNames.GIRLS : LivedNames.BOYS),
                family,
                born,
                girl ? "F" : "M",
                LivedNumbers.nhsNumber(number, 0));
        if (course.fate().unaccompanied()) {
            arriveAlone(course, child, born);
            return;
        }
        UUID mother = person(
                course, course.one(LivedNames.WOMEN), family, born.minusDays(7000 + course.number(5000)), "F", "");
        course.add(
                FRONT_DOOR,
                "relationship",
                child,
                null,
                "other",
                mother.toString(),
                "kind",
                "MOTHER",
                "parentalResponsibility",
                "yes");
        if (course.chance(50)) {
            UUID sister = person(
                    course,
                    course.one(LivedNames.GIRLS),
                    family,
                    born.minusDays(700),
                    "F",
                    LivedNumbers.nhsNumber(number, 1));
            course.add(FRONT_DOOR, "relationship", child, null, "other", sister.toString(), "kind", "SIBLING");
        }
        course.add(
                FRONT_DOOR,
                "address",
                child,
                null,
                "lines",
                (1 + course.number(90)) + " Made-up Road\nFairmead",
                "postcode",
                HOME,
                "kind",
                "HOME",
                "mustNotBeDisclosed",
                course.chance(8) ? "yes" : "no");
        boolean shortBreaks = course.fate().shortBreaks();
        boolean movedHere = course.fate().movedHere();
        String worry = shortBreaks ? WORN_OUT : movedHere ? ON_A_PLAN_THERE : course.one(WORRIES);
        String source = shortBreaks
                ? PAEDIATRICIAN
                : movedHere ? OTHER_AUTHORITY : course.one(List.of("1A", "2A", "3A", "5A", "6"));
        UUID contact = contact(course, child, source, worry, "Read against the threshold document: see the worry.");
        if (!shortBreaks && !movedHere && course.chance(40)) {
            enquire(course, child, contact);
        }
        course.workingDays(course.chance(80) ? 1 : 3);
        if (course.isToCome()) {
            return;
        }
        if (shortBreaks) {
            UUID referral = refer(course, child, contact, source, worry, "N2");
            new LivedPlans(course, child, born, referral).agreeShortBreaks(worry);
            return;
        }
        if (movedHere) {
            UUID referral = refer(course, child, contact, source, worry, "N1");
            new LivedPlans(course, child, born, referral).receive();
            return;
        }
        int decision = course.fate().isForCare() ? 99 : course.number(100);
        if (decision < 45) {
            course.move(
                    MANAGER,
                    "contact",
                    contact,
                    decision < 14 ? "no-further-action" : decision < 25 ? "advise" : "early-help",
                    "Below the threshold of social care.");
            if (decision >= 25) {
                new LivedEarlyHelp(course, child).live(contact);
            }
            return;
        }
        UUID referral = refer(course, child, contact, source, worry, course.one(List.of("N1", "N4", "N5")));
        new LivedPlans(course, child, born, referral).assess(worry);
    }

    /** Found by the police, referred and looked after on the same day. */
    private static void arriveAlone(LivedCourse course, UUID child, LocalDate born) {
        String worry = "Found at the lorry park. Says that there is nobody with them and nobody here.";
        UUID contact = contact(course, child, POLICE, worry, "No adult has care of the child: section 20.");
        UUID referral = refer(course, child, contact, POLICE, worry, "N8");
        new LivedPlans(course, child, born, referral).accommodate(worry);
    }

    private static UUID contact(LivedCourse course, UUID child, String source, String worry, String threshold) {
        return course.add(
                FRONT_DOOR,
                "contact",
                child,
                null,
                "received",
                course.day(),
                "receivedAt",
                "09:00",
                "source",
                source,
                "concern",
                worry,
                "threshold",
                threshold);
    }

    private static UUID refer(
            LivedCourse course, UUID child, UUID contact, String source, String worry, String primaryNeed) {
        course.move(MANAGER, "contact", contact, "refer", "Threshold met.");
        UUID referral = course.add(
                MANAGER,
                "referral",
                child,
                contact,
                "received",
                course.day(),
                "source",
                source,
                "concern",
                worry,
                "primaryNeed",
                primaryNeed);
        course.move(MANAGER, "referral", referral, "assess", "Assessment under section 17.");
        return referral;
    }

    private static void enquire(LivedCourse course, UUID child, UUID contact) {
        course.change(
                FRONT_DOOR,
                "contact",
                contact,
                "priority",
                course.one(List.of("RED", "AMBER", "GREEN")),
                "rated",
                course.day(),
                "ratedAt",
                "09:30");
        course.move(FRONT_DOOR, "contact", contact, "enquire", "");
        course.add(
                FRONT_DOOR,
                "agency-share",
                child,
                contact,
                "agency",
                course.one(List.of("Police", "Health visitor", "School")),
                "asked",
                course.day(),
                "answered",
                course.day(),
                "information",
                "Known to them; they share the worry.");
    }

    /** @param nhsNumber empty where nobody knows it yet */
    private static UUID person(
            LivedCourse course, String given, String family, LocalDate born, String sex, String nhsNumber) {
        return course.person(
                FRONT_DOOR,
                "givenName",
                given,
                "familyName",
                family,
                "born",
                LivedCourse.typed(born),
                "sex",
                sex,
                "ethnicity",
                course.fate().unaccompanied()
                        ? course.one(List.of("OOTH", "AOTH", "BAFR"))
                        : course.one(List.of("WBRI", "MWBC", "BAFR", "APKN", "WOTH", "AIND")),
                "disabilities",
                course.fate().shortBreaks() ? "LD" : "NONE",
                "nhsNumber",
                nhsNumber,
                "upnUnknown",
                course.isForAdoption() ? "UN1" : course.fate().unaccompanied() ? "UN2" : "");
    }

    private static LocalDate workingDay(LocalDate day) {
        LocalDate found = day;
        while (!WorkingCalendar.englandAndWales().isWorkingDay(found)) {
            found = found.minusDays(1);
        }
        return found;
    }
}
