package org.goldenthread.app.faults;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who records without a pause through the real forms, and notes what they sent and what was answered. What was not
 * answered is sent again, just as it was, once there is a server to send it to.
 */
final class Worker implements Runnable {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");
    private static final Pattern LAST_ID = Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$");

    /** What kind of thing was sent. */
    enum Act {
        PERSON,
        CONTACT,
        NOTE,
        CHANGE,
        MOVE,
        DRAFT
    }

    /**
     * What was acknowledged: the answer arrived and said that it is saved.
     *
     * @param subject the record's id; of a draft the name of its form
     * @param words that stand in what was sent, and in nothing else
     * @param resent whether it was sent more than once
     */
    record Acknowledged(Act act, String subject, String words, boolean resent) {}

    private final ServedProcess server;
    private final Gate gate;
    private final String account;
    private final String name;
    private final List<Acknowledged> acknowledged = new CopyOnWriteArrayList<>();
    private final AtomicInteger unanswered = new AtomicInteger();
    private HttpClient client = newClient();
    private String csrf = "";
    private boolean signedIn;
    private int number;

    Worker(ServedProcess server, Gate gate, String account, String name) {
        this.server = server;
        this.gate = gate;
        this.account = account;
        this.name = name;
    }

    List<Acknowledged> acknowledged() {
        return acknowledged;
    }

    /** How often no answer came, or one that said that it could not be done. */
    int unanswered() {
        return unanswered.get();
    }

    @Override
    public void run() {
        try {
            while (gate.mayGoOn()) {
                recordOneChild();
            }
        } catch (Gate.ClosedException ended) {
            // The day is over.
        } catch (RuntimeException | AssertionError problem) {
            gate.fail(problem);
        } finally {
            gate.leave();
        }
    }

    private void recordOneChild() {
        String marker = mark();
        String person = add(
                Act.PERSON,
                "/people/new",
                marker,
                Map.of("givenName", "Wenna", "familyName", marker, "born", "1/5/2012", "confirmed", "true"));
        String note = mark();
        add(
                Act.NOTE,
                "/people/" + person + "/records/case-note/new",
                note,
                Map.of("happened", "28/3/2024", "kind", "CALL", "note", "Rang the school. " + note));
        draft("new.case-note." + person, mark());
        String contact = mark();
        Map<String, String> answers = new HashMap<>(Map.of(
                "received", "28/3/2024", "source", "1B", "concern", "Left alone. " + contact, "threshold", "Level 2"));
        String record = add(Act.CONTACT, "/people/" + person + "/records/contact/new", contact, answers);
        String changed = mark();
        answers.put("concern", "Left alone again. " + changed);
        answers.put("version", "1");
        send(Act.CHANGE, "/records/contact/" + record + "/change", answers, record, changed);
        send(
                Act.MOVE,
                "/records/contact/" + record + "/decide",
                Map.of("version", "2", "move", "advise", "reason", "Advice given", "on", ""),
                record,
                "advise");
    }

    private String mark() {
        return name + "mark" + ++number + "x";
    }

    private String add(Act act, String path, String marker, Map<String, String> answers) {
        Map<String, String> fields = new HashMap<>(answers);
        fields.put("token", UUID.randomUUID().toString());
        return send(act, path, fields, null, marker);
    }

    private void draft(String form, String words) {
        send(Act.DRAFT, "/drafts/" + form, Map.of("note", "Not yet saved. " + words), form, words);
    }

    /** Sends until it is acknowledged. @return the id of what was saved */
    private String send(Act act, String path, Map<String, String> fields, @Nullable String subject, String words) {
        for (int times = 1; ; times++) {
            gate.pass();
            HttpResponse<String> answer = post(path, fields);
            if (answer == null || answer.statusCode() >= 500) {
                unanswered.incrementAndGet();
                ServedProcess.pause(20);
                continue;
            }
            String location = answer.headers().firstValue("Location").orElse("");
            if (answer.statusCode() == 403 || location.contains("/sign-in")) {
                signedIn = false;
                continue;
            }
            // A change or a decision that was kept before the answer was lost is now refused: somebody, we, did it
            // already.
            boolean doneBefore = times > 1
                    && ((act == Act.CHANGE && answer.statusCode() == 409)
                            || (act == Act.MOVE && answer.statusCode() >= 400));
            boolean done = act == Act.DRAFT ? answer.statusCode() == 204 : answer.statusCode() == 302;
            if (!done && !doneBefore) {
                throw new AssertionError(act + " was answered " + answer.statusCode() + ": "
                        + answer.body().replaceAll("(?s)<[^>]*>", " ").replaceAll("\\s+", " "));
            }
            String saved = subject != null ? subject : idAtTheEndOf(location);
            acknowledged.add(new Acknowledged(act, saved, words, times > 1));
            return saved;
        }
    }

    private @Nullable HttpResponse<String> post(String path, Map<String, String> fields) {
        if (!signedIn) {
            client = newClient();
            csrf = token(get("/sign-in"));
            HttpResponse<String> answer = postBare("/sign-in/demo", Map.of("account", account));
            signedIn = answer != null && answer.statusCode() == 302;
            csrf = token(get("/sign-in"));
            if (!signedIn || csrf.isEmpty()) {
                signedIn = false;
                return null;
            }
        }
        return postBare(path, fields);
    }

    private @Nullable HttpResponse<String> postBare(String path, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("_csrf", csrf);
        String body = all.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private @Nullable HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.address(path))).timeout(Duration.ofSeconds(30));
    }

    private @Nullable HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException noAnswer) {
            return null;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static String token(@Nullable HttpResponse<String> page) {
        Matcher token = CSRF.matcher(page == null ? "" : page.body());
        return token.find() ? token.group(1) : "";
    }

    private static String idAtTheEndOf(String location) {
        Matcher id = LAST_ID.matcher(location);
        if (!id.find()) {
            throw new AssertionError("There is no id at the end of \"" + location + "\".");
        }
        return id.group(1);
    }

    private static HttpClient newClient() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager())
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }
}
