-- What waited was found by an index of each kind; since V084 one table holds it, and these serve nobody.
drop index contact_waiting, referral_waiting, assessment_waiting, strategy_discussion_waiting, section_47_waiting, conference_waiting, placement_waiting,
    legal_status_waiting, early_help_assessment_waiting, private_fostering_waiting, cost_split_waiting, adoption_plan_waiting, adoption_match_waiting,
    prospective_adopter_waiting;
