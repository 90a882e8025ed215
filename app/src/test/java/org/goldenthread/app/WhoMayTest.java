package org.goldenthread.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.goldenthread.app.access.Role;
import org.goldenthread.core.tables.ResourceTable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Walks every address with every role, and compares with the one table of who may: who-may.csv. */
class WhoMayTest {

    private static final String NOBODY = "00000000-0000-4000-8000-000000000000";
    private static final Set<String> OPEN_TO_ALL = Set.of(
            "/sign-in", "/sign-in/demo", "/help", "/health", "/error", "/assets/{name}", "/calendar/{secret}.ics");

    private static RunningApplication application;

    @BeforeAll
    static void start() {
        application = RunningApplication.empty(true);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void everyRoleReachesWhatTheTableSaysAndNothingElse() {
        Map<String, Set<String>> found = new TreeMap<>();
        for (Role role : Role.values()) {
            Visitor visitor = Visitor.signedInTo(
                    application,
                    role.label()
                            .toLowerCase(java.util.Locale.ROOT)
                            .replaceAll("[,’]", "")
                            .replace(' ', '-'));
            for (String route : routes()) {
                String[] parts = route.split(" ", 2);
                String address = filled(parts[1]);
                int status = parts[0].equals("GET")
                        ? visitor.get(address).statusCode()
                        : visitor.post(address, Map.of()).statusCode();
                Set<String> roles = found.computeIfAbsent(route, unused -> new TreeSet<>());
                // An empty form or a stranger's address is the sender's fault, which no page may call its own.
                assertThat(status).as("%s as %s", route, role).isLessThan(500);
                if (status != 403) {
                    roles.add(role.decider());
                }
            }
        }
        Map<String, Set<String>> table = table();
        table.keySet().removeIf(route -> route.contains(ApiWorld.ADDRESSES));
        assertThat(lines(found)).isEqualTo(lines(table));
    }

    static Map<String, Set<String>> table() {
        Map<String, Set<String>> table = new TreeMap<>();
        ResourceTable.load(WhoMayTest.class, "who-may.csv")
                .listRows()
                .forEach(row -> table.put(
                        row.get("method") + " " + row.get("route"),
                        row.get("roles").equals("everybody")
                                ? Arrays.stream(Role.values())
                                        .map(Role::decider)
                                        .collect(Collectors.toCollection(TreeSet::new))
                                : new TreeSet<>(row.getWords("roles"))));
        return table;
    }

    static String lines(Map<String, Set<String>> table) {
        return table.entrySet().stream()
                .map(entry -> entry.getKey().replaceFirst(" ", ",\"") + "\","
                        + (entry.getValue().size() == Role.values().length
                                ? "everybody"
                                : String.join(" ", entry.getValue())))
                .collect(Collectors.joining("\n"));
    }

    private static List<String> routes() {
        Set<String> routes = new TreeSet<>();
        application
                .bean(RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getPatternValues().forEach(pattern -> {
                    Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
                    for (RequestMethod method : methods.isEmpty() ? Set.of(RequestMethod.GET) : methods) {
                        routes.add(method + " " + pattern);
                    }
                }));
        return new ArrayList<>(routes.stream()
                .filter(route -> !OPEN_TO_ALL.contains(route.split(" ", 2)[1]))
                // The API is walked with a token for each role: see ApiAccessTest.
                .filter(route -> !route.contains(ApiWorld.ADDRESSES))
                .toList());
    }

    static String filled(String pattern) {
        return pattern.replaceAll("\\{part:[^}]*]}", "part-2")
                .replaceAll("\\{month:\\[0-9]\\{4}-\\[0-9]\\{2}}", "2024-03")
                .replaceAll("\\{form:\\[a-z0-9.-]\\{1,80}}", "draft")
                .replaceAll("\\{[a-z]+:\\[0-9a-f-]\\{36}}", NOBODY)
                .replaceAll("\\{code:\\[0-9A-Za-z]\\{1,12}}", "501")
                .replaceAll("\\{place:\\[0-9]\\{1,3}}", "0")
                .replaceAll("\\{kind}", "contact")
                .replaceAll("\\{person}", "0123456789abcdef01234567")
                .replaceAll("\\{[a-z]+(:[^}]*)?}", "1");
    }
}
