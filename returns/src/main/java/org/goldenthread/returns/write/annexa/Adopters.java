package org.goldenthread.returns.write.annexa;

import java.util.List;

/**
 * Draws list 11: those who were going on with adopting at some time of the last twelve months. Whoever adopted longer ago, or left, is no
 * longer in it.
 */
final class Adopters {
    private static final int LIST = 11;
    private static final String NO_DISABILITY = "NONE";

    private final Drawing drawing;
    private final Window window;

    Adopters(Drawing drawing) {
        this.drawing = drawing;
        this.window = drawing.window();
    }

    void draw(List<Adopter> adopters) {
        if (adopters.isEmpty()) {
            drawing.noSource(LIST, "adopters");
        }
        for (Adopter adopter : adopters) {
            if (window.wentOnInTwelveMonths(adopter.enquired(), window.known(adopter.left()))
                    && window.wentOnInTwelveMonths(adopter.enquired(), window.known(adopter.ordered()))) {
                drawing.add(LIST, describe(drawing.begin(LIST), adopter));
            }
        }
    }

    private Draft describe(Draft draft, Adopter adopter) {
        draft.text("adopter_id", adopter.id())
                .text("family_id", adopter.household())
                .code("gender", adopter.sex())
                .code("ethnicity", adopter.ethnicity())
                .date("enquiry_date", adopter.enquired())
                .date("stage_1_start_date", adopter.stageOneBegan())
                .date("stage_1_end_date", adopter.stageOneEnded())
                .date("stage_2_start_date", adopter.stageTwoBegan())
                .date("stage_2_end_date", adopter.stageTwoEnded())
                .date("application_date", adopter.applied())
                .date("approval_date", adopter.approved())
                .date("matched_date", adopter.matched())
                .date("placed_date", adopter.placed())
                .date("adoption_order_date", adopter.ordered())
                .date("left_date", adopter.left());
        if (!adopter.disabilities().isEmpty()) {
            draft.yesOrNo("disability", !adopter.disabilities().contains(NO_DISABILITY));
        }
        if (adopter.fostersForAdoption() != null) {
            draft.yesOrNo("fostering_for_adoption", adopter.fostersForAdoption());
        }
        if (window.hasCome(adopter.placed())) {
            draft.number("children_placed", adopter.childrenPlaced());
        }
        if (window.hasCome(adopter.left()) && !adopter.leftReason().isEmpty()) {
            draft.code("left_reason", adopter.leftReason());
        }
        return draft;
    }
}
