package org.goldenthread.core.pathways;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.goldenthread.core.tables.ResourceTable;
import org.junit.jupiter.api.Test;

class PathwaysTest {

    private static final String HEADING =
            "pathway,move,label,from,to,who,fixed,law,event,happened,needs,begins,reason\n";

    @Test
    void everyStateIsReachedAndEveryPathwayCanEnd() {
        for (Pathway pathway : Pathways.standard().listPathways()) {
            Set<String> reached = new HashSet<>();
            Deque<String> next = new ArrayDeque<>(Set.of(pathway.opening().to()));
            while (!next.isEmpty()) {
                String state = next.remove();
                if (reached.add(state)) {
                    pathway.movesFrom(state).forEach(move -> next.add(move.to()));
                }
            }
            assertThat(reached).as(pathway.id()).isEqualTo(pathway.states());
            assertThat(reached).as(pathway.id()).anyMatch(pathway::isFinal);
        }
    }

    @Test
    void everyMoveNamesItsLawAndItsDeciders() {
        for (Pathway pathway : Pathways.standard().listPathways()) {
            for (Move move : pathway.listMoves()) {
                assertThat(move.law()).as(pathway.id() + " " + move.id()).isNotBlank();
                assertThat(move.deciders()).as(pathway.id() + " " + move.id()).isNotEmpty();
                assertThat(move.label()).as(pathway.id() + " " + move.id()).isNotBlank();
                assertThat(move.event().isEmpty())
                        .as(pathway.id() + " " + move.id())
                        .isEqualTo(move.happened().isEmpty());
            }
        }
    }

    @Test
    void whatOneMoveBeginsIsAPathwayOfItsOwn() {
        for (Pathway pathway : Pathways.standard().listPathways()) {
            for (Move move : pathway.listMoves()) {
                if (!move.begins().isEmpty()) {
                    assertThat(Pathways.standard().findPathway(move.begins())).isPresent();
                }
            }
        }
    }

    @Test
    void aMoveFromAnotherStateIsRefusedWithThoseThatAreOpen() {
        Pathway assessment = Pathways.standard().getPathway("assessment");
        assertThat(assessment.move("authorise", "submitted").to()).isEqualTo("authorised");
        assertThatThrownBy(() -> assessment.move("authorise", "under-way"))
                .isInstanceOf(IllegalMoveException.class)
                .hasMessageContaining("the moves are: review, submit");
        assertThatThrownBy(() -> assessment.move("return", "authorised"))
                .isInstanceOf(IllegalMoveException.class)
                .hasMessageContaining("nothing more is to be decided");
        assertThatThrownBy(() -> assessment.move("begin", "under-way")).isInstanceOf(IllegalMoveException.class);
    }

    @Test
    void aCouncilSetsWhoDecidesUnlessLawFixesIt() {
        Pathway pathway = Pathways.read(ResourceTable.parse(
                        HEADING
                                + "thing,record,Record,,open,worker,no,Law,,,,,no\n"
                                + "thing,close,Close,open,closed,manager,no,Law,,,,,no\n"
                                + "thing,place,Place,open,placed,director,yes,Law,,,,,no\n",
                        "test"))
                .getPathway("thing")
                .decidedBy(Map.of("close", Set.of("worker"), "place", Set.of("worker")));
        assertThat(pathway.move("close", "open").deciders()).containsExactly("worker");
        assertThat(pathway.move("place", "open").deciders()).containsExactly("director");
    }

    @Test
    void whatIsSubmittedIsNotChangedUnderTheManagersEyes() {
        Pathway assessment = Pathways.standard().getPathway("assessment");
        assertThat(assessment.findChange("under-way")).isPresent();
        assertThat(assessment.findChange("submitted")).isEmpty();
        assertThat(assessment.findChange("authorised").orElseThrow().wantsReason())
                .isTrue();
        assertThat(assessment.isFinal("authorised")).isTrue();
    }

    @Test
    void whatLastsWaitsForNobody() {
        assertThat(Pathways.standard().getPathway("assessment").waits("submitted"))
                .isTrue();
        assertThat(Pathways.standard().getPathway("child-protection-plan").waits("in-force"))
                .isFalse();
        assertThat(Pathways.standard().getPathway("assessment").waits("authorised"))
                .isFalse();
    }

    @Test
    void aTableThatCannotWorkIsRefused() {
        assertThatThrownBy(() -> Pathways.read(ResourceTable.parse(
                        HEADING
                                + "thing,record,Record,,open,worker,no,Law,,,,,no\nthing,close,Close,shut,closed,worker,no,Law,,,,,no\n",
                        "test")))
                .hasMessageContaining("leaves \"shut\"");
        assertThatThrownBy(() -> Pathways.read(
                        ResourceTable.parse(HEADING + "thing,close,Close,open,closed,worker,no,Law,,,,,no\n", "test")))
                .hasMessageContaining("one move that opens it");
    }
}
