package org.goldenthread.app.cpis;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * As whom the council tells the NHS, and by which way. Nothing goes until {@link #missing} is empty.
 *
 * @param organisation the council's code in the Organisation Data Service
 * @param organisationName as the NHS is to show it
 * @param officePhone whom the NHS is to ring about a child in office hours
 * @param dutyPhone whom it is to ring at all other times: the emergency duty team
 * @param firstFile the number of the first file: 1, or one more than the last that another system sent for the council
 * @param endpoint address of a service that takes files, HTTPS unless it is on this machine; empty where a MESH client does
 * @param tokenFile holds the token of that service, readable by its owner alone
 * @param outbox folder that a MESH client sends from; empty where files go to an endpoint
 * @param inbox folder into which a MESH client, or whatever stands at the endpoint, puts answers
 * @param mailbox the council's MESH mailbox
 * @param nhsMailbox the MESH mailbox of CP-IS
 * @param workflow the MESH workflow id of an upload
 * @param answerWorkflows the MESH workflow ids of what comes back, divided by commas; nothing else in the inbox is touched
 * @param at the time of day in England after which the day's changes are sent
 */
@ConfigurationProperties("goldenthread.cpis")
record CpisProperties(
        @DefaultValue("") String organisation,
        @DefaultValue("") String organisationName,
        @DefaultValue("") String officePhone,
        @DefaultValue("") String dutyPhone,
        @DefaultValue("0") long firstFile,
        @DefaultValue("") String endpoint,
        @DefaultValue("") String tokenFile,
        @DefaultValue("") String outbox,
        @DefaultValue("") String inbox,
        @DefaultValue("") String mailbox,
        @DefaultValue("") String nhsMailbox,
        @DefaultValue("") String workflow,
        @DefaultValue("") String answerWorkflows,
        @DefaultValue("02:00") LocalTime at) {

    private static final Pattern CODE = Pattern.compile("[A-Z0-9]{3,10}");
    private static final Pattern PHONE = Pattern.compile("[+]?[0-9]{5,15}");
    /** What people write between the digits; the NHS takes none of it. */
    private static final Pattern BETWEEN_DIGITS = Pattern.compile("[ ()\\-]");

    /** Whether the council means to send at all. */
    boolean isWanted() {
        return !endpoint.isBlank() || !outbox.isBlank();
    }

    /** What must be set before anything is sent, each with the variable that sets it; empty where all is there. */
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        need(missing, CODE.matcher(organisation).matches(), "The council’s organisation code", "ORGANISATION");
        need(
                missing,
                !organisationName.isBlank() && organisationName.length() <= 100,
                "The council’s name, up to 100 letters",
                "ORGANISATIONNAME");
        need(
                missing,
                isPhone(officePhone),
                "The telephone number in office hours, digits with a plus sign before them or none",
                "OFFICEPHONE");
        need(missing, isPhone(dutyPhone), "The telephone number of the emergency duty team", "DUTYPHONE");
        need(
                missing,
                firstFile > 0,
                "The number of the first file: 1, or one more than the last that another system sent",
                "FIRSTFILE");
        if (!isWanted()) {
            missing.add("Where files go: the outbox of a MESH client (GOLDENTHREAD_CPIS_OUTBOX), or the address of a"
                    + " service (GOLDENTHREAD_CPIS_ENDPOINT)");
        } else if (!endpoint.isBlank() && !outbox.isBlank()) {
            missing.add("One way for files: GOLDENTHREAD_CPIS_OUTBOX or GOLDENTHREAD_CPIS_ENDPOINT, not both");
        } else if (outbox.isBlank()) {
            need(missing, !tokenFile.isBlank(), "The file that holds the service’s token", "TOKENFILE");
        } else {
            need(missing, isMailbox(mailbox), "The council’s MESH mailbox", "MAILBOX");
            need(missing, isMailbox(nhsMailbox), "The MESH mailbox of CP-IS", "NHSMAILBOX");
            need(missing, isMailbox(workflow), "The MESH workflow id of an upload", "WORKFLOW");
        }
        need(missing, !inbox.isBlank(), "The folder that answers come into", "INBOX");
        need(missing, !listAnswerWorkflows().isEmpty(), "The MESH workflow ids of the answers", "ANSWERWORKFLOWS");
        return List.copyOf(missing);
    }

    private static void need(List<String> missing, boolean there, String what, String variable) {
        if (!there) {
            missing.add(what + " (GOLDENTHREAD_CPIS_" + variable + ")");
        }
    }

    private static boolean isPhone(String text) {
        return PHONE.matcher(digits(text)).matches();
    }

    private static boolean isMailbox(String text) {
        return text.matches("[A-Za-z0-9_-]{2,100}");
    }

    private static String digits(String phone) {
        return BETWEEN_DIGITS.matcher(phone).replaceAll("");
    }

    /** The number in office hours as the NHS takes it: digits alone, a plus sign before them or none. */
    String officeDigits() {
        return digits(officePhone);
    }

    /** The same of the emergency duty team's. */
    String dutyDigits() {
        return digits(dutyPhone);
    }

    Set<String> listAnswerWorkflows() {
        return Arrays.stream(answerWorkflows.split(","))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What each file says of the council: when that changes, all is told again. */
    String saidOfCouncil() {
        return String.join("|", organisation, organisationName, officeDigits(), dutyDigits());
    }
}
