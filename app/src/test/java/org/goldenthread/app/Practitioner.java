package org.goldenthread.app;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody of a role of practice, who records, decides and reads as a browser would without scripts. */
final class Practitioner {

    private static final Pattern LAST_ID = Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$");
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"([0-9]+)\"");

    private final Visitor visitor;

    Practitioner(RunningApplication application, String role) {
        this.visitor = Visitor.signedInTo(application, role);
    }

    Visitor visitor() {
        return visitor;
    }

    String newPerson(String given, String family, String born) {
        return newPerson(given, family, born, "");
    }

    String newPerson(String given, String family, String born, String nhsNumber) {
        return idOf(visitor.post(
                "/people/new",
                Map.of(
                        "givenName",
                        given,
                        "familyName",
                        family,
                        "born",
                        born,
                        "nhsNumber",
                        nhsNumber,
                        "token",
                        UUID.randomUUID().toString(),
                        "confirmed",
                        "true")));
    }

    /** What a page says, without its markup. */
    static String words(String page) {
        return page.replaceAll("(?s)<[^>]*>", " ").replaceAll("\\s+", " ");
    }

    /** Somebody of whom a return would know the pupil number, or why there is none. */
    String newPupil(String given, String family, String born, String upn) {
        return idOf(visitor.post(
                "/people/new",
                Map.of(
                        "givenName",
                        given,
                        "familyName",
                        family,
                        "born",
                        born,
                        "upn",
                        upn,
                        "upnUnknown",
                        upn.isEmpty() ? "UN7" : "",
                        "sex",
                        "F",
                        "ethnicity",
                        "WBRI",
                        "token",
                        UUID.randomUUID().toString(),
                        "confirmed",
                        "true")));
    }

    /** @param whom a team and, after a bar, an account of it */
    void allocate(String person, String whom, String duty) {
        location(visitor.post(
                "/people/" + person + "/access/allocate",
                Map.of("whom", whom, "duty", duty, "token", UUID.randomUUID().toString())));
    }

    /** Restricts a child's file, as that of an employee's child. */
    void restrict(String person) {
        location(visitor.post(
                "/people/" + person + "/access/restrict",
                Map.of(
                        "kind", "STAFF_FAMILY",
                        "reason", "Child of an employee",
                        "ask", "The duty head of service",
                        "token", UUID.randomUUID().toString())));
    }

    /** @return the address of the new record */
    String add(String person, String kind, String follows, Map<String, String> answers) {
        Map<String, String> fields = new HashMap<>(answers);
        fields.putIfAbsent("token", UUID.randomUUID().toString());
        if (!follows.isEmpty()) {
            fields.put("follows", follows);
        }
        return location(visitor.post("/people/" + person + "/records/" + kind + "/new", fields));
    }

    HttpResponse<String> change(String address, int version, Map<String, String> answers) {
        Map<String, String> fields = new HashMap<>(answers);
        fields.put("version", String.valueOf(version));
        return visitor.post(address + "/change", fields);
    }

    /** Decides on the version that the page shows now. */
    HttpResponse<String> decide(String address, String move, String reason, String on) {
        Matcher version = VERSION.matcher(read(address));
        return visitor.post(
                address + "/decide",
                Map.of("version", version.find() ? version.group(1) : "0", "move", move, "reason", reason, "on", on));
    }

    String read(String address) {
        return visitor.get(address).body();
    }

    static String idOf(HttpResponse<String> answer) {
        return idOf(location(answer));
    }

    static String idOf(String address) {
        Matcher id = LAST_ID.matcher(address);
        if (!id.find()) {
            throw new IllegalStateException("There is no id at the end of \"" + address + "\".");
        }
        return id.group(1);
    }

    static String location(HttpResponse<String> answer) {
        String location = answer.headers().firstValue("Location").orElse("");
        if (location.isEmpty()) {
            throw new AssertionError(answer.statusCode() + " without a way on: "
                    + answer.body().replaceAll("(?s)<[^>]*>", " ").replaceAll("\\s+", " "));
        }
        return location.replaceAll("^https?://[^/]*", "");
    }
}
