package org.goldenthread.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.goldenthread.app.access.Role;
import org.goldenthread.core.tables.ResourceTable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * No page and no address of the API asks the database more often the more there is to show: each of a child asks as often of a child of whom
 * much is recorded as of one of whom little is, and a list as often of thirty children as of two. The most that each may ask stands in
 * queries.csv.
 */
class QueryCountTest {

    private static final MovableClock CLOCK = new MovableClock("2024-01-04T09:00");
    private static final String PEOPLE = "/api/v1/people?q=penrose";
    private static final List<String> KINDS =
            List.of("case-note", "visit", "missing-episode", "address", "relationship", "placement");
    private static final AtomicInteger QUERIES = new AtomicInteger();
    private static ApiWorld world;
    private static RunningApplication application;

    @BeforeAll
    static void start() throws Exception {
        world = new ApiWorld(CLOCK);
        application = world.application;
        DelegatingDataSource source = (DelegatingDataSource) application.bean(DataSource.class);
        DataSource pool = source.getTargetDataSource();
        assertThat(pool).isNotNull();
        // What each connection is told as it is borrowed is no query of the page's, nor is what the sealer asks by
        // itself.
        source.setTargetDataSource(ProxyDataSourceBuilder.create(pool)
                .afterQuery((execution, queries) -> queries.stream()
                        .filter(query -> !query.getQuery().contains("set_config")
                                && !query.getQuery().contains("audit_seal"))
                        .forEach(query -> QUERIES.incrementAndGet()))
                .build());
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @Test
    void aPageAsksNoMoreOftenTheMoreThereIsToShow() {
        Practitioner manager = new Practitioner(application, "front-door-manager");
        String little = manager.newPerson("Wenna", "Tregear", "12/9/2014");
        String much = manager.newPerson("Jory", "Bolitho", "3/2/2012");
        manager.allocate(little, "assessment-team|social-worker", "ALLOCATED_WORKER");
        manager.allocate(much, "assessment-team|social-worker", "ALLOCATED_WORKER");
        Practitioner worker = new Practitioner(application, "social-worker");
        Map<String, String> records = new TreeMap<>();
        fill(manager, worker, little, 1).forEach((kind, address) -> records.put("little " + kind, address));
        Map<String, Integer> before = lists(worker);
        Map<String, Integer> beforeOfManager = lists(manager);
        ApiWorld.Caller program = world.as(Role.FRONT_DOOR_MANAGER);
        int foundFew = count(program, PEOPLE);
        fill(manager, worker, much, 25).forEach((kind, address) -> records.put("much " + kind, address));
        for (int number = 0; number < 30; number++) {
            manager.allocate(
                    manager.newPerson("Osric", "Penrose", "1/" + (1 + number % 12) + "/2015"),
                    "assessment-team|social-worker",
                    "ALLOCATED_WORKER");
        }

        Map<String, Integer> most = new TreeMap<>();
        ResourceTable.load(QueryCountTest.class, "queries.csv")
                .listRows()
                .forEach(row -> most.put(row.get("page"), Integer.parseInt(row.get("most"))));
        List<String> told = new ArrayList<>();
        lists(worker).forEach((page, count) -> check(page, before.getOrDefault(page, 0), count, most, told));
        lists(manager)
                .forEach((page, count) ->
                        check(page + " of a manager", beforeOfManager.getOrDefault(page, 0), count, most, told));
        check("/api/v1/people", foundFew, count(program, PEOPLE), most, told);
        for (String route : routes("/api/v1/people/{person:", true)) {
            for (String kind : route.contains("{kind}") ? KINDS : List.of("")) {
                String address = route.replace("{kind}", kind);
                check(route, count(program, of(address, little)), count(program, of(address, much)), most, told);
            }
        }
        for (String route : routes("/api/v1/records/", true)) {
            for (String known : List.of("", "?asKnown=2024-01-04")) {
                check(
                        route,
                        count(program, ofRecord(route, records.getOrDefault("little case-note", "")) + known),
                        count(program, ofRecord(route, records.getOrDefault("much case-note", "")) + known),
                        most,
                        told);
            }
        }
        for (String route : routes("{person:", false)) {
            check(route, count(worker, of(route, little)), count(worker, of(route, much)), most, told);
        }
        for (String page : List.of("", "/versions", "/change", "/withdraw")) {
            check(
                    "/records/{kind}/{id}" + page,
                    count(worker, records.get("little case-note") + page),
                    count(worker, records.get("much case-note") + page),
                    most,
                    told);
        }
        assertThat(told).isEmpty();
    }

    private static void check(String page, int little, int much, Map<String, Integer> most, List<String> told) {
        String name = page.replaceAll(":[^}]*}+", "}").replaceAll("]\\{36}}", "");
        Integer limit = most.get(name);
        if (much > little) {
            told.add(name + " asks " + little + " times for little and " + much + " times for much");
        } else if (limit == null || much > limit) {
            told.add(name + "," + much);
        }
    }

    /** @return the address of one record of each kind that was made */
    private static Map<String, String> fill(Practitioner manager, Practitioner worker, String child, int times) {
        Map<String, String> made = new HashMap<>();
        String period = worker.add(child, "period-of-care", "", Map.of("began", "4/1/2024"));
        made.put("period-of-care", period);
        String placement = worker.add(
                child,
                "placement",
                Practitioner.idOf(period),
                Map.of("started", "4/1/2024", "kind", "U6", "whyHere", "Near school."));
        for (int number = 0; number < times; number++) {
            made.put(
                    "case-note",
                    worker.add(
                            child,
                            "case-note",
                            "",
                            Map.of("happened", "4/1/2024", "kind", "HOME_VISIT", "note", "Note " + number)));
            worker.add(
                    child,
                    "visit",
                    Practitioner.idOf(placement),
                    Map.of("visited", "4/1/2024", "seen", "ALONE", "ownWords", "Words " + number));
            worker.add(child, "missing-episode", "", Map.of("began", "4/1/2024", "kind", "M", "returned", "4/1/2024"));
            worker.add(child, "address", "", Map.of("lines", number + " Made-up Road", "kind", "HOME"));
            String kin = manager.newPerson("Kin", "Bolitho", "1/1/20" + (10 + number % 10));
            manager.add(
                    child, "relationship", "", Map.of("other", kin, "kind", number % 2 == 0 ? "SIBLING" : "MOTHER"));
            if (number > 0) {
                worker.change(
                        made.get("case-note"), 1, Map.of("happened", "4/1/2024", "kind", "HOME_VISIT", "note", "More"));
            }
        }
        for (int version = 1; version < times; version++) {
            worker.change(
                    made.get("case-note"),
                    version + 1,
                    Map.of("happened", "4/1/2024", "kind", "HOME_VISIT", "note", "Version " + version));
        }
        return made;
    }

    private static Map<String, Integer> lists(Practitioner worker) {
        Map<String, Integer> counts = new TreeMap<>();
        for (String page : List.of("/work", "/work/team", "/people?q=penrose")) {
            counts.put(page, count(worker, page));
        }
        return counts;
    }

    private static int count(Practitioner worker, String address) {
        return count(() -> worker.visitor().get(address), address, 200, 302, 403, 404);
    }

    private static int count(ApiWorld.Caller program, String address) {
        return count(() -> program.get(address), address, 200);
    }

    private static int count(Supplier<HttpResponse<String>> asked, String address, Integer... statuses) {
        // What is read once for everybody has been read.
        HttpResponse<String> unused = asked.get();
        QUERIES.set(0);
        HttpResponse<String> answer = asked.get();
        assertThat(answer.statusCode()).as(address).isIn((Object[]) statuses);
        return QUERIES.get();
    }

    private static TreeSet<String> routes(String with, boolean ofApi) {
        TreeSet<String> routes = new TreeSet<>();
        application
                .bean(RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(mapping -> {
                    if (mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET)) {
                        mapping.getPatternValues().stream()
                                .filter(pattern ->
                                        pattern.contains(with) && pattern.startsWith(ApiWorld.ADDRESSES) == ofApi)
                                .forEach(routes::add);
                    }
                });
        return routes;
    }

    /** @param record the address of its page */
    private static String ofRecord(String route, String record) {
        return route.replaceAll("^/api/v1/records/\\{kind}/\\{id:[^}]*}}", "/api/v1" + record);
    }

    private static String of(String route, String person) {
        return route.replaceAll("\\{person:\\[0-9a-f-]\\{36}}", person)
                .replaceAll("\\{kind}", "case-note")
                .replaceAll("\\{[a-z]+:\\[0-9a-f-]\\{36}}", "00000000-0000-4000-8000-000000000000");
    }
}
