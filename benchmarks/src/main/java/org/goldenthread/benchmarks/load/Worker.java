package org.goldenthread.benchmarks.load;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.goldenthread.benchmarks.ServerProcess;

/** Somebody who is signed in, with the children of their list, and what they ask for. */
final class Worker {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"\\s+value=\"([^\"]+)\"");
    private static final Pattern PERSON = Pattern.compile("href=\"/people/([0-9a-f-]{36})\"");
    private static final Pattern RECORD = Pattern.compile("href=\"(/records/[a-z0-9-]+/[0-9a-f-]{36})\"");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int RECORDS = 400;

    private final ServerProcess server;
    private final HttpClient client;
    private final String account;
    private final List<String> people = new ArrayList<>();
    private final List<String> records = new ArrayList<>();
    private final List<String> names;
    private volatile String csrf = "";

    private Worker(ServerProcess server, HttpClient client, String account, List<String> names) {
        this.server = server;
        this.client = client;
        this.account = account;
        this.names = names;
    }

    /** @param names what they search for */
    static Worker signIn(ServerProcess server, String account, List<String> names, Executor executor)
            throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .executor(executor)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        Worker worker = new Worker(server, client, account, names);
        worker.begin();
        return worker;
    }

    String account() {
        return account;
    }

    /** A worker of whom the law of this house lets be seen least: their own and their team's children alone. */
    boolean isMostRestricted() {
        return account.startsWith("social-worker") || account.startsWith("reviewing-officer");
    }

    boolean manages() {
        return account.startsWith("team-manager");
    }

    boolean hasPeople() {
        return !people.isEmpty();
    }

    private void begin() throws IOException, InterruptedException {
        read(send(get("/sign-in")).body());
        send(post("/sign-in/demo", "account", account));
        String work = send(get(manages() ? "/work/team" : "/work")).body();
        read(work);
        Set<String> found = new LinkedHashSet<>();
        collect(PERSON, work, found);
        if (found.isEmpty()) {
            // The front door has nobody allocated: those whom they find.
            for (String name : names) {
                collect(PERSON, send(get("/people?q=" + encode(name))).body(), found);
            }
        }
        people.addAll(found);
        Set<String> seen = new LinkedHashSet<>();
        collect(RECORD, work, seen);
        for (String person : people.stream().limit(6).toList()) {
            collect(RECORD, send(get("/people/" + person)).body(), seen);
        }
        records.addAll(seen.stream().limit(RECORDS).toList());
    }

    private void read(String page) {
        Matcher found = CSRF.matcher(page);
        if (found.find()) {
            csrf = found.group(1);
        }
    }

    private static void collect(Pattern pattern, String page, Set<String> into) {
        Matcher found = pattern.matcher(page);
        while (found.find()) {
            into.add(found.group(1));
        }
    }

    /** The request of that kind, about somebody of theirs. */
    HttpRequest request(Ask ask, Random luck) {
        String person = people.get(luck.nextInt(people.size()));
        return switch (ask) {
            case PERSON -> get("/people/" + person);
            case CHRONOLOGY -> get("/people/" + person + "/chronology");
            case STORY -> get("/people/" + person + "/story");
            case RECORD -> get(records.isEmpty() ? "/people/" + person : records.get(luck.nextInt(records.size())));
            case FORM -> get("/people/" + person + "/records/case-note/new");
            case WORK -> get(manages() ? "/work/team" : "/work");
            case SEARCH -> get("/people?q=" + encode(names.get(luck.nextInt(names.size()))));
            case DRAFT ->
                post("/drafts/new.case-note." + person, "happened", today(), "kind", "HOME_VISIT", "note", words(luck));
            case SAVE ->
                post(
                        "/people/" + person + "/records/case-note/new",
                        "token",
                        UUID.randomUUID().toString(),
                        "happened",
                        today(),
                        "kind",
                        "HOME_VISIT",
                        "withWhom",
                        "mother",
                        "childSeen",
                        "yes",
                        "note",
                        words(luck));
        };
    }

    HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private HttpRequest get(String path) {
        return to(server.address(path)).GET().build();
    }

    private HttpRequest post(String path, String... pairs) {
        StringBuilder body = new StringBuilder("_csrf=").append(encode(csrf));
        for (int place = 0; place < pairs.length; place += 2) {
            body.append('&').append(pairs[place]).append('=').append(encode(pairs[place + 1]));
        }
        return to(server.address(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
    }

    private static HttpRequest.Builder to(URI address) {
        return HttpRequest.newBuilder(address).timeout(PATIENCE);
    }

    private static String today() {
        LocalDate day = LocalDate.now(ZoneId.of("Europe/London"));
        return day.getDayOfMonth() + "/" + day.getMonthValue() + "/" + day.getYear();
    }

    /** Some three hundred words, as a note of a visit has. */
    private static String words(Random luck) {
        StringBuilder text = new StringBuilder();
        for (int sentence = 0; sentence < 40; sentence++) {
            text.append("We talked about ")
                    .append(List.of("school", "home", "the new baby", "money", "sleeping")
                            .get(luck.nextInt(5)))
                    .append(" and what comes next. ");
        }
        return text.toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
