package org.goldenthread.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Contacts and early help moved in from an extract, of which a family with contacts alone is told to nobody who is not told of it already. */
class MovingInDoorTest {

    private static final MovableClock CLOCK = new MovableClock("2024-04-02T09:00");
    private static final Map<String, String> ON = Map.of("on", "2/4/2024");

    private static RunningApplication application;

    @BeforeAll
    static void start() {
        application = RunningApplication.demoWithClock(CLOCK);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void contactsAndEarlyHelpAreMirroredFoundAndCutOver() throws IOException {
        Practitioner door = as("front-door-manager");
        String known = door.newPupil("Loveday", "Trewhella", "14/5/2013", "V201200001001");
        door.allocate(known, "early-help-team|", "ALLOCATED_WORKER");
        Practitioner manager = as("service-manager");
        MovingSteps early = new MovingSteps(manager, "early-help");
        assertThat(early.importFiles("31/3/2024", "extract.zip", Zips.of(extract())))
                .contains("3 children are in the mirror now");
        assertThat(early.read())
                .contains("Contacts: 5")
                .contains("Early help assessments: 2")
                .contains("Children who are in the record: 1")
                .contains("whom the cut-over makes: 82002, 82004")
                .contains("ssd_contacts.csv, line 5: cont_contact_outcome_json does not say plainly")
                .contains("ssd_contacts.csv, line 6: cont_contact_outcome_json does not say plainly")
                .contains("ssd_contacts.csv, line 7: cont_contact_source_code is no code")
                .contains("ssd_early_help_episodes.csv, line 4: earl_episode_end_reason does not say plainly")
                .contains("row of ssd_involvements is not part of this area")
                .doesNotContain("82003");
        MovingSteps.lookAt(
                application,
                "service-manager",
                "moving-in-door",
                "/moving-in/early-help",
                "/moving-in/early-help/workers",
                "/people/" + known);

        // Those who give early help see what it says of early help, of those whom they see, and no contact.
        assertThat(as("early-help-worker").read("/people/" + known))
                .contains("From the present system, as at 31 March 2024: not the record")
                .contains("Early help assessment led by Fairmead Primary School")
                .contains("Lead practitioner of early help: Early Help Worker")
                .doesNotContain("Contact from");
        assertThat(as("front-door-worker").read("/people/" + known)).contains("Contact from Schools");
        assertThat(as("front-door-worker").read("/people?q=82002")).contains("In the present system: not the record");
        for (String role : new String[] {"social-worker", "early-help-worker", "early-help-manager"}) {
            assertThat(as(role).read("/people?q=82002")).as(role).doesNotContain("Rosabel");
        }

        // Recorded here on the day of a contact of the extract, it would be one contact twice.
        String twice = door.add(
                known, "contact", "", Map.of("received", "10/1/2024", "source", "2A", "concern", "Late to school."));
        assertThat(early.refused("cut-over", ON)).contains("Contacts of the same day: 82001");
        door.visitor().post(twice + "/withdraw", Map.of("version", "1", "why", "Twice", "withdrawn", "true"));
        Practitioner.location(manager.visitor()
                .post(
                        "/moving-in/early-help/workers/one",
                        Map.of("worker", "P1", "whom", "early-help-team|early-help-worker", "seen", early.seen())));
        assertThat(early.waited(early.start("cut-over", ON)))
                .contains(": done")
                .contains(
                        "1 decision of the last two weeks led to nothing that is recorded and waits in the work lists");

        assertThat(application.ask(
                        "select string_agg(m.number || ' ' || c.received || ' ' || c.state, ', ' order by m.number, c.received)"
                                + " from contact c join mirror_person m on m.person = c.person where not c.withdrawn"))
                .isEqualTo(
                        "82001 2024-01-10 early-help, 82002 2024-02-12 no-further-action, 82002 2024-03-29 awaiting-decision,"
                                + " 82004 2024-02-05 accepted-as-referral, 82004 2024-03-26 accepted-as-referral");
        assertThat(application.ask(
                        "select string_agg(m.number || ' ' || a.began || ' ' || a.state, ', ' order by m.number, a.began)"
                                + " from early_help_assessment a join mirror_person m on m.person = a.person"))
                .isEqualTo("82001 2024-01-22 under-way, 82004 2023-02-01 signposted");
        // What they led to began in the present system and waits for nobody here, but for what was accepted in the last
        // days and led to nothing.
        assertThat(
                        application.ask(
                                "select string_agg(c.received || ' ' || l.next, ', ') from left_to_begin l join contact c on c.id = l.id"))
                .isEqualTo("2024-03-26 referral");
        assertThat(door.read("/work")).contains("Begin the referral");
        assertThat(
                        application.ask(
                                "select string_agg(m.number || ' ' || a.duty || ' ' || a.account || ' ' || a.started, ', ')"
                                        + " from allocation a join mirror_person m on m.person = a.person where a.account is not null"))
                .isEqualTo("82001 LEAD_PRACTITIONER early-help-worker 2024-01-22");
        assertThat(application.ask("select count(*) from person where family_name = 'Wintle'"))
                .isEqualTo("0");
        assertThat(as("early-help-worker").read("/people/" + known + "/chronology"))
                .contains("Early help assessment began");

        CLOCK.set("2024-04-02T10:00");
        String alone = application.ask("select person from mirror_person where number = '82002'");
        assertThat(as("front-door-worker").read("/people/" + alone)).contains("Rosabel");
        for (String role :
                new String[] {"social-worker", "reviewing-officer", "early-help-worker", "early-help-manager"}) {
            assertThat(as(role).read("/people/" + alone)).as(role).doesNotContain("Rosabel");
            assertThat(as(role).read("/people?q=Rosabel+Carlyon")).as(role).doesNotContain("/people/" + alone);
        }

        // What waited for its decision is decided on here, and then waits for its referral; and there is no way back
        // past it.
        String waiting = "/records/contact/"
                + application.ask("select id from contact where state = 'awaiting-decision' and not withdrawn");
        Practitioner.location(door.change(
                waiting,
                1,
                Map.of("received", "29/3/2024", "source", "6", "concern", "Left alone.", "threshold", "Level 4")));
        Practitioner.location(door.decide(waiting, "refer", "Threshold met", ""));
        assertThat(application.ask("select count(*) from left_to_begin")).isEqualTo("2");
        assertThat(early.refused("back", Map.of("reason", "A rehearsal"))).contains("Work has been recorded since");
    }

    /** Until social care is cut over, what the front door accepted is begun in the present system. */
    @Test
    void whatWasAcceptedInTheLastDaysIsNotLostBetweenTwoSystems() throws IOException {
        MovableClock clock = new MovableClock("2024-04-02T09:00");
        try (RunningApplication own = RunningApplication.demoWithClock(clock)) {
            Path folder = Files.createTempDirectory("between");
            write(folder, "ssd_person", """
                    pers_person_id,pers_forename,pers_surname,pers_sex,pers_ethnicity,pers_dob,pers_common_child_id,pers_upn_unknown
                    82001,Loveday,Trewhella,F,WBRI,2013-05-14,,UN7
                    82004,Jory,Angwin,M,WBRI,2011-02-01,,UN7
                    """);
            write(folder, "ssd_contacts", """
                    cont_contact_id,cont_person_id,cont_contact_date,cont_contact_source_code,cont_contact_source_desc,cont_contact_outcome_json
                    K1,82001,2024-03-28,6,Police,Progress to referral
                    K2,82001,2024-03-16,6,Police,Progress to referral
                    K3,82004,2024-03-26,1A,Family,Progress to referral
                    """);
            write(folder, "ssd_cin_episodes", """
                    cine_referral_id,cine_person_id,cine_referral_date,cine_cin_primary_need_code,cine_referral_source_code,cine_referral_nfa,cine_close_reason,cine_close_date
                    R1,82004,2024-03-27,N4,1A,N,,
                    """);
            Practitioner manager = new Practitioner(own, "service-manager");
            MovingSteps need = new MovingSteps(manager, "child-in-need");
            MovingSteps early = new MovingSteps(manager, "early-help");
            need.importFiles("31/3/2024", "extract.zip", Zips.of(folder));
            early.importFiles("31/3/2024", "extract.zip", Zips.of(folder));
            early.done("cut-over", ON);
            assertThat(own.ask("select count(*) from left_to_begin")).isEqualTo("0");
            need.done("cut-over", ON);
            assertThat(
                            own.ask(
                                    "select string_agg(c.received || ' ' || l.next, ', ') from left_to_begin l join contact c on c.id = l.id"))
                    .as("not the one of more than two weeks before, nor the one that a referral came of")
                    .isEqualTo("2024-03-28 referral");
            assertThat(new Practitioner(own, "front-door-manager").read("/work"))
                    .contains("Begin the referral");
        }
    }

    private static Path extract() throws IOException {
        Path folder = Files.createTempDirectory("door");
        write(folder, "ssd_person", """
                pers_person_id,pers_forename,pers_surname,pers_sex,pers_ethnicity,pers_dob,pers_common_child_id,pers_upn_unknown
                82001,Loveday,Trewhella,F,WBRI,2013-05-14,,
                82002,Rosabel,Carlyon,F,WBRI,2012-09-09,,UN7
                82003,Tamsin,Wintle,F,WBRI,2014-09-09,,UN7
                82004,Jory,Angwin,M,WBRI,2011-02-01,,UN7
                """);
        write(folder, "ssd_linked_identifiers", """
                link_table_id,link_person_id,link_identifier_type,link_identifier_value
                L1,82001,Unique Pupil Number,V201200001001
                """);
        write(folder, "ssd_contacts", """
                cont_contact_id,cont_person_id,cont_contact_date,cont_contact_source_code,cont_contact_source_desc,cont_contact_outcome_json
                K1,82001,2024-01-10,2A,Schools,Early Help referral
                K2,82002,2024-02-12,6,Police,"[""No Further Action""]"
                K3,82002,2024-03-29,6,Police,
                K4,82002,2023-05-05,6,Police,
                K5,82003,2024-02-01,6,Police,Passed to the allocated worker
                K6,82002,2024-03-01,ZZ,Others,NFA
                K7,82004,2024-02-05,1A,Family,Progress to referral
                K8,82004,2024-03-26,1A,Family,Progress to referral
                """);
        write(folder, "ssd_early_help_episodes", """
                earl_episode_id,earl_person_id,earl_episode_start_date,earl_episode_end_date,earl_episode_reason,earl_episode_end_reason,earl_episode_organisation,earl_episode_worker_id
                E1,82001,2024-01-22,,Parenting,,Fairmead Primary School,P1
                E2,82004,2023-02-01,2023-08-01,Housing,Needs met,The council,P9
                E3,82004,2023-09-01,2023-10-01,Housing,Other,The council,P9
                """);
        write(folder, "ssd_professionals", """
                prof_professional_id,prof_staff_id,prof_professional_name,prof_social_worker_registration_no,prof_professional_job_title,prof_professional_department
                P1,E100,Early Help Worker,,Family support worker,
                """);
        write(folder, "ssd_involvements", """
                invo_involvements_id,invo_professional_id,invo_professional_role_id,invo_professional_team,invo_involvement_start_date,invo_involvement_end_date,invo_worker_change_reason,invo_person_id,invo_referral_id
                I1,P1,Social Worker,,2024-02-12,,,82002,
                """);
        return folder;
    }

    private static Practitioner as(String role) {
        return new Practitioner(application, role);
    }

    private static void write(Path folder, String table, String rows) throws IOException {
        Files.writeString(folder.resolve(table + ".csv"), rows);
    }
}
