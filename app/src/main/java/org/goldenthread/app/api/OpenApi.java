package org.goldenthread.app.api;

import static org.goldenthread.app.api.Schemas.ordered;
import static org.goldenthread.app.api.Schemas.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.goldenthread.app.records.RecordType;
import org.goldenthread.app.records.RecordTypes;
import org.springframework.stereotype.Component;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The API as an OpenAPI 3.1 document, made from the kinds of record. The same is checked in as {@code docs/api/openapi.json}, so that a change
 * of a record shows there as a change of what other programs rely on.
 */
@Component
class OpenApi {

    private static final Map<String, String> ANSWERS = new TreeMap<>(Map.of(
            "400", "Something in the request could not be understood.",
            "401", "No token, or none that is valid here.",
            "403", "The role or the token’s scope does not let you.",
            "404", "Nothing there, or nothing that you may see.",
            "429", "Too many requests in one minute.",
            "503", "Not just now."));

    private static final String LED_ON = "307";
    private static final String DESTROYED = "410";
    private static final Set<String> OF_ANYTHING = Set.of();
    private static final Set<String> OF_PERSON = Set.of(LED_ON, DESTROYED);
    private static final Set<String> WRITTEN_OF_PERSON = Set.of(DESTROYED);

    private final String json;

    OpenApi(RecordTypes types) {
        this.json = JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(document(types))
                        .replace(System.lineSeparator(), "\n")
                + "\n";
    }

    String json() {
        return json;
    }

    private static Map<String, Object> document(RecordTypes types) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.1.0");
        Map<String, Object> info = ordered("title", "Golden Thread: the child’s record", "version", "1");
        info.put(
                "description",
                "Every request is made for a worker, whose rights are those that they have on the pages, and every look is in the"
                        + " audit log.");
        document.put("info", info);
        document.put("servers", List.of(Map.of("url", "/api/v1")));
        document.put("security", List.of(Map.of("token", List.of())));
        Map<String, Object> paths = new LinkedHashMap<>();
        Map<String, Object> schemas = new LinkedHashMap<>();
        schemas.put("problem", Schemas.problem());
        schemas.put("people-found", Schemas.found());
        schemas.put("person-summary", Schemas.person());
        schemas.put("chronology", Schemas.page("Chronology", Schemas.event()));
        schemas.put("clocks", Schemas.page("Clocks", Schemas.clock()));
        schemas.put("moves", Schemas.page("Moves", Schemas.move()));
        addPeople(paths);
        for (RecordType<?> type : types.listTypes()) {
            String content = type.id() + "-content";
            schemas.put(type.id(), Schemas.record(type, content));
            schemas.put(content, Schemas.content(type));
            addKind(paths, schemas, type, content);
        }
        document.put("paths", paths);
        Map<String, Object> components = ordered("securitySchemes", Map.of("token", tokens()), "schemas", schemas);
        Map<String, Object> responses = new TreeMap<>();
        ANSWERS.forEach((status, words) -> responses.put(status, problem(words)));
        responses.put("429", told(problem(ANSWERS.getOrDefault("429", "")), "Retry-After", "integer"));
        responses.put("503", told(problem(ANSWERS.getOrDefault("503", "")), "Retry-After", "integer"));
        responses.put(DESTROYED, problem("What was recorded of the person was destroyed when its time was over."));
        Map<String, Object> ledOn = new LinkedHashMap<>();
        ledOn.put("description", "The person’s record was merged; Location is the same of the one who stays.");
        responses.put(LED_ON, told(ledOn, "Location", "string"));
        components.put("responses", responses);
        document.put("components", components);
        return document;
    }

    private static Map<String, Object> tokens() {
        Map<String, Object> token = ordered("type", "http", "scheme", "bearer");
        token.put("bearerFormat", "JWT");
        return token;
    }

    private static void addPeople(Map<String, Object> paths) {
        List<Object> search = new ArrayList<>();
        search.add(parameter(
                "q", "query", true, Schemas.text(), "Names, dates of birth, numbers, addresses, or several together."));
        search.add(pageParameter());
        paths.put("/people", Map.of("get", read("findPeople", "Find people", search, "people-found", OF_ANYTHING)));
        paths.put(
                "/people/{person}",
                Map.of(
                        "get",
                        read(
                                "getPersonSummary",
                                "A person in short",
                                List.of(idParameter("person")),
                                "person-summary",
                                OF_PERSON)));
        List<Object> chronology = new ArrayList<>(List.of(idParameter("person")));
        chronology.add(
                parameter("significant", "query", false, Map.of("type", "boolean"), "Only what was picked out."));
        chronology.add(pageParameter());
        chronology.add(asKnown());
        paths.put(
                "/people/{person}/chronology",
                Map.of(
                        "get",
                        read("getChronology", "What happened, the latest first", chronology, "chronology", OF_PERSON)));
        paths.put(
                "/people/{person}/clocks",
                Map.of(
                        "get",
                        read(
                                "getClocks",
                                "What is due and was, the first due first",
                                List.of(idParameter("person"), asKnown()),
                                "clocks",
                                OF_PERSON)));
    }

    private static void addKind(
            Map<String, Object> paths, Map<String, Object> schemas, RecordType<?> type, String content) {
        String name = camel(type.id());
        boolean isPerson = type.id().equals(PeopleResource.PERSON);
        if (!isPerson) {
            schemas.put(type.id() + "-list", Schemas.page(type.plural(), reference(type.id())));
            Map<String, Object> ofPerson = new LinkedHashMap<>();
            ofPerson.put(
                    "get",
                    read(
                            "list" + name,
                            type.plural() + " of a person, the last recorded first",
                            List.of(idParameter("person"), pageParameter()),
                            type.id() + "-list",
                            OF_PERSON));
            if (!type.hasOwnPages()) {
                schemas.put(type.id() + "-new", Schemas.added(type, content));
                ofPerson.put("post", add(name, type));
            }
            paths.put("/people/{person}/records/" + type.id(), ofPerson);
        }
        Map<String, Object> one = new LinkedHashMap<>();
        Set<String> besides = isPerson ? OF_PERSON : OF_ANYTHING;
        one.put("get", read("get" + name, type.title(), List.of(idParameter("id"), asKnown()), type.id(), besides));
        if (!type.hasOwnPages()) {
            schemas.put(type.id() + "-changed", Schemas.changed(type, content));
            one.put("put", change(name, type, isPerson ? WRITTEN_OF_PERSON : OF_ANYTHING));
        }
        paths.put("/records/" + type.id() + "/{id}", one);
        if (type.pathway().isPresent()) {
            paths.put(
                    "/records/" + type.id() + "/{id}/moves",
                    Map.of(
                            "get",
                            read(
                                    "get" + name + "Moves",
                                    "The moves that were made, the first first",
                                    List.of(idParameter("id"), asKnown()),
                                    "moves",
                                    besides)));
        }
    }

    private static Map<String, Object> add(String name, RecordType<?> type) {
        List<Object> parameters = List.of(
                idParameter("person"),
                parameter(
                        "Idempotency-Key",
                        "header",
                        true,
                        Schemas.id(),
                        "What is sent twice with the same key counts once."));
        Map<String, Object> operation = operation("add" + name, "Add: " + type.title(), parameters);
        operation.put("requestBody", body(type.id() + "-new"));
        Map<String, Object> answers = new LinkedHashMap<>();
        answers.put("201", answer("Saved, now or with the same key before.", type.id(), "application/json"));
        answers.putAll(problems(WRITTEN_OF_PERSON));
        answers.put("422", problem("Something in it cannot be. Nothing was saved."));
        operation.put("responses", answers);
        return operation;
    }

    private static Map<String, Object> change(String name, RecordType<?> type, Set<String> besides) {
        List<Object> parameters = List.of(
                idParameter("id"),
                parameter("If-Match", "header", true, Schemas.text(), "The ETag of the version that was read."));
        Map<String, Object> operation = operation("change" + name, "Change: " + type.title(), parameters);
        operation.put("requestBody", body(type.id() + "-changed"));
        Map<String, Object> answers = new LinkedHashMap<>();
        answers.put("200", answer("Saved.", type.id(), "application/json"));
        answers.putAll(problems(besides));
        answers.put("412", problem("Somebody else changed it since. Nothing was saved."));
        answers.put("422", problem("Something in it cannot be. Nothing was saved."));
        answers.put("428", problem("If-Match is missing."));
        operation.put("responses", new TreeMap<>(answers));
        return operation;
    }

    /** @param besides statuses that are answered besides those of every address */
    private static Map<String, Object> read(
            String id, String summary, List<Object> parameters, String schema, Set<String> besides) {
        Map<String, Object> operation = operation(id, summary, parameters);
        Map<String, Object> answers = new LinkedHashMap<>();
        answers.put("200", answer("As asked.", schema, "application/json"));
        answers.putAll(problems(besides));
        operation.put("responses", answers);
        return operation;
    }

    private static Map<String, Object> problems(Set<String> besides) {
        Map<String, Object> answers = new TreeMap<>();
        Stream.concat(ANSWERS.keySet().stream(), besides.stream())
                .forEach(status -> answers.put(status, Map.of("$ref", "#/components/responses/" + status)));
        return answers;
    }

    private static Map<String, Object> problem(String words) {
        return answer(words, "problem", Problem.MEDIA_TYPE);
    }

    /** The response with a header that it always bears. */
    private static Map<String, Object> told(Map<String, Object> response, String header, String type) {
        response.put("headers", Map.of(header, ordered("required", true, "schema", Map.of("type", type))));
        return response;
    }

    private static Map<String, Object> operation(String id, String summary, List<Object> parameters) {
        Map<String, Object> operation = ordered("operationId", id, "summary", summary);
        operation.put("parameters", parameters);
        return operation;
    }

    private static Map<String, Object> answer(String words, String schema, String mediaType) {
        return ordered("description", words, "content", Map.of(mediaType, Map.of("schema", reference(schema))));
    }

    private static Map<String, Object> body(String schema) {
        return ordered("required", true, "content", Map.of("application/json", Map.of("schema", reference(schema))));
    }

    private static Map<String, Object> idParameter(String name) {
        return parameter(name, "path", true, Schemas.id(), "");
    }

    private static Map<String, Object> pageParameter() {
        return parameter("page", "query", false, ordered("type", "integer", "minimum", 1), "From 1.");
    }

    private static Map<String, Object> asKnown() {
        return parameter("asKnown", "query", false, Schemas.day(), "As it was known at the end of that day.");
    }

    private static Map<String, Object> parameter(
            String name, String in, boolean required, Map<String, Object> schema, String words) {
        Map<String, Object> parameter = ordered("name", name, "in", in);
        if (!words.isEmpty()) {
            parameter.put("description", words);
        }
        parameter.put("required", required);
        parameter.put("schema", schema);
        return parameter;
    }

    private static String camel(String id) {
        StringBuilder name = new StringBuilder();
        for (String word : id.split("-")) {
            name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
        }
        return name.toString();
    }
}
