package org.goldenthread.app.moving;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewer;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.audit.Action;
import org.goldenthread.app.records.Duty;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Shows who works with the children of a mirror, and keeps whom it is decided that they are here. */
@Service
class Workers {

    private static final int MOST_DECIDED = 5000;

    private final MirrorWorkers mirror;
    private final WorkerAccounts accounts;
    private final CheckLists lists;
    private final Viewers viewers;
    private final Steps steps;

    Workers(MirrorWorkers mirror, WorkerAccounts accounts, CheckLists lists, Viewers viewers, Steps steps) {
        this.mirror = mirror;
        this.accounts = accounts;
        this.lists = lists;
        this.viewers = viewers;
        this.steps = steps;
    }

    /**
     * Whoever works with the children of an area, at one moment.
     *
     * @param left how many children now are with those who are nobody here or not decided on
     * @param forgotten how many involvements last although the case is closed
     */
    record All(
            List<Line> lines,
            List<MirrorWorkers.Role> roles,
            List<String> keptBack,
            int left,
            int forgotten,
            WorkerAccounts.All accounts) {}

    /** @param problem why children cannot go to whom it was decided; empty where they can */
    record Line(MirrorWorkers.Listed listed, Optional<WorkerSuggestions.Suggestion> suggestion, String problem) {}

    All list(Area area) {
        List<All> found = new ArrayList<>();
        steps.look(viewer(), () -> {
            WorkerAccounts.All all = accounts.list();
            WorkerSuggestions suggestions = new WorkerSuggestions(all);
            Map<Given.Worker, WorkerSuggestions.Suggestion> elsewhere = elsewhere(area, all);
            found.add(new All(
                    mirror.list(area).stream()
                            .map(each -> new Line(
                                    each,
                                    each.whom().isDecided()
                                            ? Optional.empty()
                                            : Optional.ofNullable(elsewhere.get(each.worker()))
                                                    .or(() -> suggestions.find(each)),
                                    all.problem(each.whom())))
                            .toList(),
                    mirror.listRoles(area),
                    mirror.listKeptBack(area),
                    mirror.countLeft(area),
                    mirror.countForgotten(area),
                    all));
        });
        return found.getFirst();
    }

    /** The same worker in another area's mirror is suggested as it was decided there; it is decided here again, because these are other children. */
    private Map<Given.Worker, WorkerSuggestions.Suggestion> elsewhere(Area area, WorkerAccounts.All all) {
        Map<Given.Worker, WorkerSuggestions.Suggestion> found = new HashMap<>();
        for (Area other : Area.values()) {
            if (other == area) {
                continue;
            }
            for (MirrorWorkers.Listed each : mirror.listDecided(other).workers()) {
                if (each.whom().isAllocated() && all.problem(each.whom()).isEmpty()) {
                    String words = named(each.whom(), all) + ": as decided for " + other.title();
                    found.putIfAbsent(each.worker(), new WorkerSuggestions.Suggestion(each.whom(), true, words));
                }
            }
        }
        return found;
    }

    /** In words, such as "Social worker (s.pascoe), North team". */
    static String named(MirrorWorkers.Whom whom, WorkerAccounts.All all) {
        String team = all.findTeam(whom.team()).map(WorkerAccounts.Team::name).orElse(String.valueOf(whom.team()));
        if (whom.decision() == null) {
            return "";
        }
        return switch (whom.decision()) {
            case NOBODY -> "Nobody here";
            case TEAM -> team + ", nobody in it yet";
            case WORKER ->
                all.findCandidate(whom.account())
                                .map(each -> each.post() + " (" + each.account() + ")")
                                .orElse(String.valueOf(whom.account()))
                        + ", " + team;
        };
    }

    /** The council's own ids of the children of a worker now. */
    List<String> listNumbers(Area area, String worker) {
        List<String> numbers = new ArrayList<>();
        steps.look(viewer(), () -> numbers.addAll(mirror.listNumbers(area, worker)));
        return numbers;
    }

    /** Whom a worker's children go to. */
    record Choice(String worker, MirrorWorkers.Whom whom) {}

    /** Decides on one worker. */
    void decide(Area area, Choice choice, String seen) {
        decide(area, seen, List.of(choice));
    }

    /**
     * Decides as it was suggested.
     *
     * @throws RefusedMovingException where something else is suggested by now
     */
    void accept(Area area, List<Choice> choices, String seen) {
        if (choices.isEmpty()) {
            throw new RefusedMovingException("Tick the workers who are who it is suggested they are");
        }
        List<Choice> suggested = list(area).lines().stream()
                .flatMap(line -> line.suggestion().stream()
                        .map(each -> new Choice(line.listed().worker().id(), each.whom())))
                .toList();
        if (!suggested.containsAll(choices)) {
            throw new RefusedMovingException(
                    "Something else is suggested since you looked, or it has been decided. Look at the list below, and tick again");
        }
        decide(area, seen, choices);
    }

    private void decide(Area area, String seen, List<Choice> choices) {
        Viewer viewer = viewer();
        steps.inOne(viewer, () -> {
            refuseClosed(area, seen);
            WorkerAccounts.All all = accounts.list();
            TreeMap<String, MirrorWorkers.Listed> known = new TreeMap<>();
            mirror.list(area).forEach(each -> known.put(each.worker().id(), each));
            for (Choice choice : choices.subList(0, Math.min(MOST_DECIDED, choices.size()))) {
                MirrorWorkers.Listed worker = known.get(choice.worker());
                if (worker == null) {
                    throw new RefusedMovingException("There is no such worker in the mirror");
                }
                String problem = all.problem(choice.whom());
                if (!problem.isEmpty()) {
                    throw new RefusedMovingException(problem);
                }
                mirror.decide(area, choice.worker(), choice.whom(), viewer.account());
                steps.log(
                        viewer,
                        Action.MIRROR_WORKER_MATCHED,
                        area,
                        choice.worker() + " " + worker.worker().name() + ", with " + worker.now() + " children now, is "
                                + (choice.whom().isDecided() ? named(choice.whom(), all) : "not decided on"));
            }
        });
    }

    /** Says which duty a role of the present system is. */
    void setRole(Area area, String role, String duty, String seen) {
        Viewer viewer = viewer();
        if (!duty.equals(MirrorWorkers.NO_DUTY)
                && Arrays.stream(Duty.values()).noneMatch(each -> each.name().equals(duty))) {
            throw new RefusedMovingException("Choose the duty of “" + role + "”");
        }
        steps.inOne(viewer, () -> {
            refuseClosed(area, seen);
            mirror.setRole(area, role, duty);
            steps.log(viewer, Action.MIRROR_WORKER_MATCHED, area, "“" + role + "” is the duty " + duty);
        });
    }

    /** Says whom the cut-over allocates to nobody, because the file is to be restricted before anybody sees it. */
    void keepBack(Area area, List<String> numbers, String seen) {
        Viewer viewer = viewer();
        steps.inOne(viewer, () -> {
            refuseClosed(area, seen);
            List<String> unknown = mirror.keepBack(area, numbers);
            if (!unknown.isEmpty()) {
                throw new RefusedMovingException("No child of the mirror has the number " + String.join(", ", unknown)
                        + ". Write the present system’s own numbers");
            }
            steps.log(
                    viewer,
                    Action.MIRROR_WORKER_MATCHED,
                    area,
                    numbers.isEmpty()
                            ? "no child is kept back from being allocated"
                            : "kept back from being allocated: " + String.join(", ", numbers));
        });
    }

    private void refuseClosed(Area area, String seen) {
        lists.refuseUnseen(area, seen);
        if (lists.make(area).isCutOver()) {
            throw new RefusedMovingException(
                    "This area is cut over. Allocate the children on their own pages, or take the cut-over back first");
        }
    }

    /** Whoever moves in may import; to say whose the children are is to allocate. */
    private Viewer viewer() {
        viewers.require(Right.ALLOCATE);
        return viewers.require(Right.MOVE_IN);
    }

    static @Nullable String blankToNull(String text) {
        return text.isBlank() ? null : text;
    }
}
