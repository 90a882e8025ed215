package org.goldenthread.returns.write.annexa;

import java.util.List;
import java.util.Map;

/** Draws contacts, early help and referrals. */
final class FrontDoor {
    private static final int CONTACTS = 1;
    private static final int EARLY_HELP = 2;
    private static final int REFERRALS = 3;

    private final Drawing drawing;
    private final Window window;

    FrontDoor(Drawing drawing) {
        this.drawing = drawing;
        this.window = drawing.window();
    }

    void draw() {
        drawContacts();
        drawEarlyHelp();
        drawReferrals();
    }

    /** Contacts received in the last six months. */
    private void drawContacts() {
        for (Fact contact : drawing.source(CONTACTS, "ssd_contacts", "contacts")) {
            Draft draft = window.isInSixMonths(contact.date("cont_contact_date"))
                    ? drawing.begin(CONTACTS, contact.text("cont_person_id"))
                    : null;
            if (draft != null) {
                String code = contact.text("cont_contact_source_code");
                draft.date("contact_date", contact.date("cont_contact_date"))
                        .code(
                                "contact_source",
                                "contact-source",
                                code.isEmpty() ? contact.text("cont_contact_source_desc") : code);
                drawing.add(CONTACTS, draft);
            }
        }
    }

    /** Early help that went on at some time of the last six months. */
    private void drawEarlyHelp() {
        for (Fact help : drawing.source(EARLY_HELP, "ssd_early_help_episodes", "early help")) {
            boolean counts =
                    window.wentOnInSixMonths(help.date("earl_episode_start_date"), help.date("earl_episode_end_date"));
            Draft draft = counts ? drawing.begin(EARLY_HELP, help.text("earl_person_id")) : null;
            if (draft != null) {
                draft.date("assessment_start_date", help.date("earl_episode_start_date"))
                        .date("assessment_completion_date", help.date("earl_episode_end_date"))
                        .text("organisation", help.text("earl_episode_organisation"));
                drawing.add(EARLY_HELP, draft);
            }
        }
    }

    /** Referrals of the last six months, each with how many the child had in the last twelve, itself among them. */
    private void drawReferrals() {
        List<Fact> referrals = drawing.source(REFERRALS, "ssd_cin_episodes", "referrals");
        Map<String, List<Fact>> byChild = Fact.by("cine_person_id", referrals);
        for (Fact referral : referrals) {
            String person = referral.text("cine_person_id");
            Draft draft =
                    window.isInSixMonths(referral.date("cine_referral_date")) ? drawing.begin(REFERRALS, person) : null;
            if (draft != null) {
                String code = referral.text("cine_referral_source_code");
                draft.date("referral_date", referral.date("cine_referral_date"))
                        .code("referral_source", code.isEmpty() ? referral.text("cine_referral_source_desc") : code)
                        .code("referral_nfa", referral.text("cine_referral_nfa"))
                        .number("referrals_last_12_months", (int) byChild.getOrDefault(person, List.of()).stream()
                                .filter(one -> window.isInTwelveMonths(one.date("cine_referral_date")))
                                .count());
                drawing.teams().describe(draft, person, referral.text("cine_referral_team"));
                drawing.add(REFERRALS, draft);
            }
        }
    }
}
