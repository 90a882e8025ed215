package org.goldenthread.app.moving;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the front door or early help decided, by the present system's words for it. Each council has its own, so that only what is plain is read: words
 * that say nothing known, or two things at once, are none.
 */
final class DoorOutcomes {

    private enum Outcome {
        REFER,
        EARLY_HELP,
        ADVISE,
        NOTHING_MORE
    }

    private static final Map<Outcome, Pattern> OF_CONTACTS = Map.of(
            Outcome.REFER,
                    Pattern.compile(
                            "\\b(referral|referred|refer|strategy (discussion|meeting)|section 47|s47|social work assessment)\\b"),
            Outcome.EARLY_HELP, Pattern.compile("\\b(early help|early intervention|team around the (family|child))\\b"),
            Outcome.ADVISE, Pattern.compile("\\b(information|advice|advised|signposted|signpost|signposting)\\b"),
            Outcome.NOTHING_MORE, Pattern.compile("\\b(no further action|nfa|no action)\\b"));

    private static final Map<Outcome, String> MOVES_OF_CONTACTS = Map.of(
            Outcome.REFER, "refer",
            Outcome.EARLY_HELP, "early-help",
            Outcome.ADVISE, "advise",
            Outcome.NOTHING_MORE, "no-further-action");

    private static final Pattern NOT_AGREED = Pattern.compile(
            "\\b(not agreed|does not agree|consent (ended|withdrawn|refused|declined|not given)|no consent|declined|refused|disengaged|withdrew)\\b");
    private static final Pattern STEPPED_UP = Pattern.compile(
            "\\b(step up|stepped up|escalated|accepted as referral|social care|child in need|child protection)\\b");
    private static final Pattern ENOUGH = Pattern.compile(
            "\\b(signposted|universal|needs met|need met|outcomes? (achieved|met)|no further action|nfa|no needs?|no unmet needs?|completed)\\b|^ended$");
    private static final Pattern UNDECIDED =
            Pattern.compile("\\b(awaiting (a )?decision|decision pending|pending|in progress|mash enquiry)\\b");

    private DoorOutcomes() {}

    /** The move of a contact that the words plainly are. */
    static Optional<String> ofContact(String words) {
        String plain = plain(words);
        Set<Outcome> found = EnumSet.noneOf(Outcome.class);
        OF_CONTACTS.forEach((outcome, pattern) -> {
            if (pattern.matcher(plain).find()) {
                found.add(outcome);
            }
        });
        if (found.contains(Outcome.EARLY_HELP)) {
            // A referral to early help is one to early help.
            found.remove(Outcome.REFER);
        }
        return found.size() == 1
                ? Optional.ofNullable(MOVES_OF_CONTACTS.get(found.iterator().next()))
                : Optional.empty();
    }

    /** The move of an early help assessment that the words plainly are. */
    static Optional<String> ofEarlyHelp(String words) {
        String plain = plain(words);
        boolean notAgreed = NOT_AGREED.matcher(plain).find();
        boolean steppedUp = STEPPED_UP.matcher(plain).find();
        boolean enough = ENOUGH.matcher(plain).find();
        if ((notAgreed ? 1 : 0) + (steppedUp ? 1 : 0) + (enough ? 1 : 0) != 1) {
            return Optional.empty();
        }
        return Optional.of(notAgreed ? "not-agreed" : steppedUp ? "step-up" : "signpost");
    }

    /** Whether the words plainly say that nobody has decided yet. */
    static boolean isUndecided(String words) {
        return UNDECIDED.matcher(plain(words)).find() && ofContact(words).isEmpty();
    }

    private static String plain(String words) {
        return words.toLowerCase(Locale.UK).replaceAll("[^a-z0-9]+", " ").strip();
    }
}
