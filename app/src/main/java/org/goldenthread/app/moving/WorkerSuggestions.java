package org.goldenthread.app.moving;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Who a worker of the present system may be here. It is a suggestion alone: whom children go to sees their files, so that a person decides.
 */
final class WorkerSuggestions {

    private final WorkerAccounts.All all;

    WorkerSuggestions(WorkerAccounts.All all) {
        this.all = all;
    }

    /**
     * @param whom undecided where the account cannot have children, or it is not plain in which of its teams
     * @param byNumber whether a number agrees, rather than a name
     * @param words such as "Social worker (s.pascoe), North team: the registration number agrees"
     */
    record Suggestion(MirrorWorkers.Whom whom, boolean byNumber, String words) {}

    Optional<Suggestion> find(MirrorWorkers.Listed listed) {
        Given.Worker worker = listed.worker();
        String registration = registered(worker.registration());
        Optional<Suggestion> byRegistration = registration.isEmpty()
                ? Optional.empty()
                : only(
                        listed,
                        true,
                        "the registration number agrees",
                        each -> registered(each.socialWorkNumber()).equals(registration));
        return byRegistration
                .or(() -> only(
                        listed,
                        true,
                        "the staff number agrees",
                        each -> isOne(each.account(), worker.staffNumber()) || isOne(each.account(), worker.id())))
                .or(() -> only(listed, false, "the name agrees", each -> isNamed(each.account(), worker.name())));
    }

    /** Two who agree are none: which of them it is nobody can tell from that. */
    private Optional<Suggestion> only(
            MirrorWorkers.Listed listed, boolean byNumber, String agrees, Predicate<WorkerAccounts.Candidate> isSame) {
        List<WorkerAccounts.Candidate> same =
                all.candidates().stream().filter(isSame).toList();
        return same.size() == 1 ? Optional.of(suggest(listed, same.getFirst(), byNumber, agrees)) : Optional.empty();
    }

    private static Suggestion suggest(
            MirrorWorkers.Listed listed, WorkerAccounts.Candidate candidate, boolean byNumber, String agrees) {
        String who = candidate.post() + " (" + candidate.account() + ")";
        if (!candidate.problem().isEmpty()) {
            return new Suggestion(
                    MirrorWorkers.Whom.UNDECIDED, byNumber, who + ": " + agrees + ". " + candidate.problem());
        }
        Optional<WorkerAccounts.Team> team = candidate.teams().size() == 1
                ? Optional.of(candidate.teams().getFirst())
                : candidate.teams().stream()
                        .filter(each -> isTeamOf(listed, each))
                        .findFirst();
        return team.map(each -> new Suggestion(
                        MirrorWorkers.Whom.of(each.id(), candidate.account()),
                        byNumber,
                        who + ", " + each.name() + ": " + agrees))
                .orElseGet(() -> new Suggestion(
                        MirrorWorkers.Whom.UNDECIDED,
                        byNumber,
                        who + ": " + agrees + ". It is in several teams: choose one"));
    }

    private static boolean isTeamOf(MirrorWorkers.Listed listed, WorkerAccounts.Team team) {
        return listed.teams().stream().anyMatch(each -> isTeam(team, each))
                || isTeam(team, listed.worker().department());
    }

    private static boolean isTeam(WorkerAccounts.Team team, String words) {
        return words(words).equals(words(team.name())) || words(words).equals(words(team.id()));
    }

    /** The digits: SW 123456 and SW123456 are one number, and so is one that lacks its letters. */
    private static String registered(String number) {
        return number.replaceAll("[^0-9]", "").replaceFirst("^0+", "");
    }

    /** Whether the account is called by a number, itself or before the sign of an address. */
    private static boolean isOne(String account, String number) {
        String plain = number.strip().toLowerCase(Locale.ROOT);
        return !plain.isEmpty() && (account.equals(plain) || beforeSign(account).equals(plain));
    }

    private static boolean isNamed(String account, String name) {
        String words = words(name);
        return words.contains(" ") && words(beforeSign(account)).equals(words);
    }

    private static String beforeSign(String account) {
        int sign = account.indexOf('@');
        return sign < 0 ? account : account.substring(0, sign);
    }

    /** In whatever order: Pascoe, Senara and senara.pascoe are one name. */
    private static String words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"))
                .filter(word -> !word.isEmpty())
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
