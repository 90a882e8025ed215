package org.goldenthread.returns.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Changes what a census says and leaves it well formed: texts changed for others, elements gone or there twice, children merged. */
final class LeafMutator {
    private static final Pattern LEAF = Pattern.compile("<(\\w+)>([^<]*)</\\1>");
    private static final List<String> GROUPS = List.of(
            "Child",
            "CINdetails",
            "Assessments",
            "CINPlanDates",
            "Section47",
            "ChildProtectionPlans",
            "Reviews",
            "ChildIdentifiers",
            "ChildCharacteristics",
            "Header");
    private static final List<String> ODD = List.of(
            "",
            " ",
            "0",
            "1",
            "-1",
            "9999-12-31",
            "0001-01-01",
            "2024-02-29",
            "2024-02-30",
            "31/03/2024",
            "true",
            "zz",
            "é",
            "99999999999999999999");

    private final RandomGenerator random;

    LeafMutator(RandomGenerator random) {
        this.random = random;
    }

    String mutate(String census) {
        String mutated = census;
        for (int times = 3 + random.nextInt(25); times > 0; times--) {
            mutated = random.nextInt(4) == 0 ? group(mutated) : leaf(mutated);
        }
        return mutated;
    }

    private String leaf(String text) {
        List<MatchResult> leaves = LEAF.matcher(text).results().toList();
        if (leaves.isEmpty()) {
            return text;
        }
        MatchResult leaf = leaves.get(random.nextInt(leaves.size()));
        MatchResult other = leaves.get(random.nextInt(leaves.size()));
        List<MatchResult> same = leaves.stream()
                .filter(each -> each.group(1).equals(leaf.group(1)))
                .toList();
        String open = "<" + leaf.group(1) + ">";
        String close = "</" + leaf.group(1) + ">";
        String instead = switch (random.nextInt(6)) {
            case 0 -> "";
            case 1 -> leaf.group() + leaf.group();
            case 2 -> open + other.group(2) + close;
            case 3 -> open + ODD.get(random.nextInt(ODD.size())) + close;
            default -> same.get(random.nextInt(same.size())).group();
        };
        return text.substring(0, leaf.start()) + instead + text.substring(leaf.end());
    }

    private String group(String text) {
        String name = GROUPS.get(random.nextInt(GROUPS.size()));
        List<MatchResult> groups = new ArrayList<>(Pattern.compile("(?s)<" + name + ">.*?</" + name + ">")
                .matcher(text)
                .results()
                .toList());
        if (groups.isEmpty()) {
            return text;
        }
        MatchResult group = groups.get(random.nextInt(groups.size()));
        String instead = switch (random.nextInt(4)) {
            case 0 -> "";
            case 1 -> "<" + name + "/>";
            case 2 -> groups.get(random.nextInt(groups.size())).group();
            default -> group.group() + group.group();
        };
        return text.substring(0, group.start()) + instead + text.substring(group.end());
    }
}
