package org.goldenthread.app.cpis;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.goldenthread.app.cpis.SmallXml.Element;
import org.goldenthread.app.cpis.SmallXml.UnreadableException;
import org.goldenthread.app.records.Words;
import org.jspecify.annotations.Nullable;

/** Reads what the NHS says back, by its root element; what is for another council is not read. */
final class CpisMessages {

    private static final Pattern MOMENT =
            Pattern.compile("([0-9]{8})(?:([0-9]{4})([0-9]{2})?(?:\\.[0-9]+)?([+-][0-9]{4})?)?");
    private static final int LONGEST_NAME = 200;

    private CpisMessages() {}

    /** @throws UnreadableException where it is none of the three messages, for another council, or lacks what it must have */
    static CpisMessage read(byte[] content, String organisation) throws UnreadableException {
        Element root = SmallXml.read(content);
        if (!root.namespace().equals(CpisFile.HL7)) {
            throw new UnreadableException("It is no message of CP-IS.");
        }
        return switch (root.name()) {
            case "FileResponse" -> {
                requireFor(
                        organisation, root.attributeOf("extension", "communicationFunctionRcv", "organisation", "id"));
                yield acknowledgement(root);
            }
            case "CP-ISAccessToServiceNotification" -> {
                requireFor(organisation, recipient(root));
                yield accesses(root);
            }
            case "CP-ISInactiveNHSNumberNotification" -> {
                requireFor(organisation, recipient(root));
                yield inactive(root);
            }
            default -> throw new UnreadableException("It is no message that CP-IS sends to a council.");
        };
    }

    private static void requireFor(String organisation, String named) throws UnreadableException {
        if (!named.equals(organisation)) {
            throw new UnreadableException("It is for another organisation.");
        }
    }

    private static String recipient(Element root) {
        return root.attributeOf(
                "extension",
                "primaryInformationRecipient",
                "COCT_TP145103GB01.IntendedRecipient",
                "representedSourceOrganization",
                "id");
    }

    private static CpisMessage.Acknowledgement acknowledgement(Element root) throws UnreadableException {
        List<String> codes = new ArrayList<>();
        for (Element detail : root.find("acknowledgementFile")
                .map(each -> each.children("acknowledgementFileDetail"))
                .orElse(List.of())) {
            codes.add(need(detail.attributeOf("code", "code"), "code of the file"));
        }
        if (codes.isEmpty()) {
            throw new UnreadableException("It does not say what became of the file.");
        }
        List<CpisMessage.Detail> details = new ArrayList<>();
        for (Element detail : root.find("acknowledgementRecord")
                .map(each -> each.children("acknowledgementRecordDetail"))
                .orElse(List.of())) {
            details.add(new CpisMessage.Detail(
                    need(detail.attributeOf("code", "code"), "code of a record"),
                    detail.attributeOf("code", "code", "translation"),
                    detail.find("location").map(Element::text).orElse("")));
        }
        List<CpisMessage.Returned> records = new ArrayList<>();
        for (Element message : root.children("message")) {
            Optional<Element> said = message.find("cP-ISLAAcknowledgementResponse", "pertinentInformation1");
            Optional<Element> valid = said.flatMap(each -> each.find("validCP-ISRecord"));
            Optional<Element> invalid = said.flatMap(each -> each.find("invalidCP-ISRecord"));
            Element record = valid.or(() -> invalid).orElse(null);
            records.add(
                    record == null
                            ? new CpisMessage.Returned(false, List.of(), List.of())
                            : new CpisMessage.Returned(valid.isPresent(), nhsNumbers(record), plans(record)));
        }
        return new CpisMessage.Acknowledgement(
                number(root.attributeOf("extension", "id")),
                codes,
                details,
                (int) number(root.attributeOf("value", "failedReturnedCP-ISRecords", "value")),
                records);
    }

    private static List<String> nhsNumbers(Element record) {
        List<String> numbers = new ArrayList<>();
        for (Element subject : record.children("subject")) {
            subject.find("COCT_TP145101GB01.Child")
                    .or(() -> subject.find("COCT_TP145100GB01.UnbornChild", "parentMotherPerson", "playedMother"))
                    .ifPresent(who -> numbers.add(nhsNumber(who, "id")));
        }
        return numbers;
    }

    private static List<CpisMessage.ReturnedPlan> plans(Element record) {
        List<CpisMessage.ReturnedPlan> plans = new ArrayList<>();
        for (Element information : record.children("pertinentInformation")) {
            for (CpisKind kind : CpisKind.values()) {
                information
                        .find(kind.template() + "." + kind.element())
                        .ifPresent(plan -> plans.add(new CpisMessage.ReturnedPlan(
                                kind,
                                day(plan.attributeOf(
                                        "value", "component", kind.datePrefix() + "StartDate", "value")))));
            }
        }
        return plans;
    }

    /** The NHS number among the ids of somebody, wherever it stands; empty where there is none. */
    private static String nhsNumber(Element who, String name) {
        return who.children(name).stream()
                .filter(id -> id.attribute("root").equals(CpisFile.NHS_NUMBER_ROOT))
                .map(id -> id.attribute("extension"))
                .findFirst()
                .orElse("");
    }

    private static CpisMessage.Accesses accesses(Element root) throws UnreadableException {
        List<CpisMessage.Access> accesses = new ArrayList<>();
        for (Element information : root.children("pertinentInformation1")) {
            for (Element looked : information
                    .find("pertinentCP-ISRecordAccess")
                    .map(each -> each.children("pertinentInformation2"))
                    .orElse(List.of())) {
                accesses.add(access(looked.find("pertinentCP-ISNHSQuery")
                        .orElseThrow(() -> new UnreadableException("It lacks who looked."))));
            }
        }
        return new CpisMessage.Accesses(accesses);
    }

    private static CpisMessage.Access access(Element query) throws UnreadableException {
        LocalDateTime at = moment(query.attributeOf("value", "effectiveTime"));
        Element author = query.find("author").orElseThrow(() -> new UnreadableException("It lacks who looked."));
        Element who = author.find("COCT_TP145102GB01.AssignedAuthor")
                .or(() -> author.find("COCT_TP145104GB01.System"))
                .orElseThrow(() -> new UnreadableException("It lacks who looked."));
        Element organisation = who.find("representedOrganization")
                .or(() -> who.find("maintainingOrganization"))
                .orElseThrow(() -> new UnreadableException("It lacks the setting that looked."));
        List<String> people = new ArrayList<>();
        who.find("assignedAuthorPerson", "name")
                .ifPresent(name -> people.add(person(name, who.attributeOf("displayName", "code"))));
        for (Element authority : who.children("indirectAuthority")) {
            authority
                    .find("superiorAssignedEntity", "assignedPerson", "name")
                    .ifPresent(name -> people.add(
                            person(name, authority.attributeOf("displayName", "superiorAssignedEntity", "code"))));
        }
        String value = query.attributeOf("value", "effectiveTime");
        Element asked = query.find("queryByParameter", "person.id")
                .orElseThrow(() -> new UnreadableException("It lacks whom they looked for."));
        return new CpisMessage.Access(
                need(query.attributeOf("root", "id"), "id of the look"),
                nhsNumber(asked, "value"),
                at.toLocalDate(),
                value.length() < 12 ? null : at.toLocalTime().withSecond(0),
                cut(need(organisation.find("name").map(Element::words).orElse(""), "name of the setting")),
                cut(organisation.attributeOf("extension", "id")),
                cut(String.join("; ", people)));
    }

    private static String person(Element name, String role) {
        return role.isEmpty() ? name.words() : name.words() + ", " + role;
    }

    private static CpisMessage.InactiveNumbers inactive(Element root) throws UnreadableException {
        List<CpisMessage.Inactive> numbers = new ArrayList<>();
        for (Element subject : root.children("subject")) {
            Element patient = subject.find("pDSInactivePatient")
                    .orElseThrow(() -> new UnreadableException("It lacks whose number it is."));
            String replaced = patient.find("replacedBy", "newVersion")
                    .map(each -> each.children("id").stream()
                            .map(id -> id.attribute("extension"))
                            .filter(id -> id.matches("[0-9]{10}"))
                            .toList())
                    .filter(each -> !each.isEmpty())
                    .map(each -> String.join(", ", each.subList(0, Math.min(each.size(), 5))))
                    .orElse("");
            numbers.add(new CpisMessage.Inactive(nhsNumber(patient, "id"), replaced));
        }
        return new CpisMessage.InactiveNumbers(
                need(root.attributeOf("root", "id"), "id"),
                moment(root.attributeOf("value", "effectiveTime")).toLocalDate(),
                numbers);
    }

    private static String need(String found, String what) throws UnreadableException {
        if (found.isBlank()) {
            throw new UnreadableException("It lacks the " + what + ".");
        }
        return found;
    }

    private static String cut(String text) {
        return text.length() > LONGEST_NAME ? text.substring(0, LONGEST_NAME) : text;
    }

    private static long number(String text) throws UnreadableException {
        if (!text.matches("-?[0-9]{1,15}")) {
            throw new UnreadableException("It has something else where a number must be.");
        }
        return Long.parseLong(text);
    }

    private static @Nullable LocalDate day(String value) {
        try {
            return value.length() < 8 ? null : LocalDate.parse(value.substring(0, 8), DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeException none) {
            return null;
        }
    }

    /** In England; a time that says no zone is taken as England's. */
    private static LocalDateTime moment(String value) throws UnreadableException {
        Matcher parts = MOMENT.matcher(value);
        if (!parts.matches()) {
            throw new UnreadableException("It has no time where one must be.");
        }
        try {
            LocalDate day = LocalDate.parse(parts.group(1), DateTimeFormatter.BASIC_ISO_DATE);
            if (parts.group(2) == null) {
                return day.atStartOfDay();
            }
            String seconds = parts.group(3) == null ? "00" : parts.group(3);
            LocalDateTime moment =
                    day.atTime(LocalTime.parse(parts.group(2) + seconds, DateTimeFormatter.ofPattern("HHmmss")));
            return parts.group(4) == null
                    ? moment
                    : moment.atOffset(ZoneOffset.of(parts.group(4)))
                            .atZoneSameInstant(Words.LONDON)
                            .toLocalDateTime();
        } catch (DateTimeException none) {
            throw new UnreadableException("It has no time where one must be.");
        }
    }
}
