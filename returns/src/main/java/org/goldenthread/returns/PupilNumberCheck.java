package org.goldenthread.returns;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.goldenthread.core.identity.UniquePupilNumber;

/** Warns of unique pupil numbers that cannot be right. None is quoted: findings are read by more people than identities. */
final class PupilNumberCheck {
    private static final Pattern FORM = Pattern.compile("[A-Za-z][0-9]{11}[0-9A-Za-z]");
    private static final String ACTION = "Take the number from the school or the school census, and correct it.";

    private PupilNumberCheck() {}

    static void report(List<People.Named> identifiers, Findings findings) {
        LikeFindings present = new LikeFindings(findings, "UPN", ACTION);
        LikeFindings former = new LikeFindings(findings, "FormerUPN", ACTION);
        Set<People.Named> told = new HashSet<>();
        for (People.Named named : identifiers) {
            boolean isPresent = named.kind() == IdentifierKind.UPN;
            boolean pupilNumber = isPresent || named.kind() == IdentifierKind.FORMER_UPN;
            if (pupilNumber && UniquePupilNumber.parse(named.value()).isEmpty() && told.add(named)) {
                (isPresent ? present : former).add(named.source(), named.line(), problem(named.value()));
            }
        }
        present.finish();
        former.finish();
    }

    private static String problem(String value) {
        return FORM.matcher(value).matches()
                ? "The unique pupil number has a wrong check letter, so some figure or letter of it is wrong. It was kept as"
                        + " it is."
                : "The unique pupil number has not the form of one: a letter, eleven figures, and a figure or letter. It was"
                        + " kept as it is.";
    }
}
