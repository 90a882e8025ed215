package org.goldenthread.returns.write.daily;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** A collection that keeps to the contract: it replaces what it has of a child, and misbehaves where it is told to. */
final class CollectionServer implements AutoCloseable {
    static final String TOKEN = "token-of-the-test";

    private final HttpServer server;
    final Map<String, String> store = new TreeMap<>();
    final List<Integer> sizes = new ArrayList<>();
    int purges;
    /** What a request is answered with, before or after it is taken; by the number of its children. */
    Function<JsonNode, Fault> faults = body -> Fault.NONE;

    enum Fault {
        NONE,
        TOO_OFTEN,
        BROKEN,
        DROPPED_AFTER_TAKING,
        MALFORMED,
        TOO_MANY,
        FORBIDDEN
    }

    CollectionServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/children_social_care_data/399/children", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api");
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] bytes = exchange.getRequestBody().readAllBytes();
            if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                exchange.sendResponseHeaders(401, -1);
                return;
            }
            JsonNode body = Json.MAPPER.readTree(new String(bytes, StandardCharsets.UTF_8));
            sizes.add(body.size());
            if (body.size() > 100) {
                exchange.sendResponseHeaders(413, -1);
                return;
            }
            switch (faults.apply(body)) {
                case TOO_OFTEN -> {
                    exchange.getResponseHeaders().add("Retry-After", "7");
                    exchange.sendResponseHeaders(429, -1);
                }
                case BROKEN -> exchange.sendResponseHeaders(503, -1);
                case MALFORMED -> exchange.sendResponseHeaders(400, -1);
                case TOO_MANY -> exchange.sendResponseHeaders(413, -1);
                case FORBIDDEN -> exchange.sendResponseHeaders(403, -1);
                case DROPPED_AFTER_TAKING -> take(body);
                case NONE -> {
                    take(body);
                    byte[] receipt = ("\"" + UUID.nameUUIDFromBytes(bytes) + "\"").getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, receipt.length);
                    exchange.getResponseBody().write(receipt);
                }
            }
        }
    }

    private void take(JsonNode body) {
        for (JsonNode child : body) {
            String id = child.get("la_child_id").asString();
            if (child.get("purge").asBoolean()) {
                store.remove(id);
                purges++;
            } else {
                store.put(id, child.toString());
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
