package org.goldenthread.app.lookedafter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.goldenthread.app.records.Ask;
import org.goldenthread.app.records.Content;
import org.goldenthread.app.records.Fault;
import org.goldenthread.app.records.Happening;
import org.goldenthread.app.records.Kind;
import org.goldenthread.core.codes.CodeSet;
import org.jspecify.annotations.Nullable;

/** A time during which a child is looked after, from the first day to the last (Children Act 1989, section 22). */
@Kind(
        id = "period-of-care",
        title = "Period of being looked after",
        plural = "Periods of being looked after",
        events = {"care-began", "care-ended"})
record PeriodOfCare(
        @Ask(value = "First day", needed = true, today = true)
        LocalDate began,

        @Ask(value = "Last day", hint = "Leave blank while it lasts") @Nullable LocalDate ended,

        @Ask(value = "Why it ended", codes = "ssda903 REC") String reasonEnded,

        @Ask(value = "The child’s own words", prose = true, voice = true)
        String ownWords,

        @Ask(value = "How it came about", prose = true) String circumstances,

        @Ask(
                value = "Earlier permanence",
                section = "Before this period",
                hint =
                        "Whether the child left care before to adoption, special guardianship or a child arrangements order",
                codes = "ssda903 PREV_PERM")
        String previousPermanence,

        @Ask(
                value = "Authority that arranged it",
                hint = "Its three-digit number; WAL, SCO, NIR or NUK outside England; 999 if it is not known")
        String permanenceAuthority,

        @Ask(
                value = "Date of the order",
                hint = "Like 31/03/2014. Write ZZ for a day or month that is not known, such as ZZ/ZZ/2014")
        String permanenceOrdered)
        implements Content {

    /** A date of which the day, the month or the year may be unknown, as the SSDA903 takes it. */
    private static final Pattern PART_DATE =
            Pattern.compile("([0-9]{1,2}|ZZ)/([0-9]{1,2}|ZZ)/([0-9]{4}|ZZZZ)", Pattern.CASE_INSENSITIVE);

    @Override
    public String summary() {
        return ended == null ? "Looked after" : "Was looked after";
    }

    @Override
    public List<Happening> happenings() {
        List<Happening> happened = new ArrayList<>();
        happened.add(Happening.of("care-began", began, "Started to be looked after"));
        if (ended != null) {
            String why = CodeSet.of("ssda903", "REC").findLabel(reasonEnded).orElse("");
            happened.add(
                    Happening.of("care-ended", ended, "Ceased to be looked after" + (why.isEmpty() ? "" : ": " + why)));
        }
        return happened;
    }

    @Override
    public List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        if (ended != null && ended.isBefore(began)) {
            faults.add(new Fault("ended", "The last day cannot be before the first"));
        }
        if (ended != null && (reasonEnded.isEmpty() || reasonEnded.equals("X1"))) {
            faults.add(new Fault("reasonEnded", "Choose why the period of being looked after ended"));
        }
        if (ended == null && !reasonEnded.isEmpty()) {
            faults.add(new Fault("ended", "Enter the last day of being looked after"));
        }
        boolean told = !previousPermanence.isEmpty() && !previousPermanence.equals("Z1");
        if (!told && !(permanenceAuthority.isEmpty() && permanenceOrdered.isEmpty())) {
            faults.add(new Fault(
                    "previousPermanence",
                    "Choose what the earlier permanence was, or clear its authority and its date"));
        }
        if (!permanenceOrdered.isEmpty()
                && !PART_DATE.matcher(permanenceOrdered).matches()) {
            faults.add(new Fault(
                    "permanenceOrdered",
                    "Enter the date of the order like 31/03/2014, with ZZ for a day or month that is not known"));
        }
        return faults;
    }
}
