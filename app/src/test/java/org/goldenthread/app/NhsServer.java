package org.goldenthread.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A receiver of what CP-IS asks for: it replaces what it has of an entry, forgets what is taken back, and fails where it is told to. */
final class NhsServer implements AutoCloseable {

    static final String TOKEN = "token-of-the-nhs";

    private final HttpServer server;
    private final JsonMapper json = new JsonMapper();
    final Map<String, JsonNode> store = new TreeMap<>();
    /** What the next requests are answered with, before anything is taken. */
    final Queue<Integer> failures = new ArrayDeque<>();
    /** A number of which it will know nothing. */
    String refused = "";

    int taken;

    NhsServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/nhs/cp-is/933/entries", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/nhs");
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Integer failure = failures.poll();
            if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                exchange.sendResponseHeaders(401, -1);
            } else if (failure != null) {
                exchange.sendResponseHeaders(failure, -1);
            } else if (!refused.isEmpty() && body.contains(refused)) {
                exchange.sendResponseHeaders(400, -1);
            } else {
                for (JsonNode entry : json.readTree(body)) {
                    taken++;
                    if (entry.path("remove").asBoolean(false)) {
                        store.remove(entry.get("entry").asString());
                    } else {
                        store.put(entry.get("entry").asString(), entry);
                    }
                }
                exchange.sendResponseHeaders(204, -1);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
