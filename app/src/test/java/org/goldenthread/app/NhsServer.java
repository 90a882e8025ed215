package org.goldenthread.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * A receiver of files of CP-IS: it holds plans by kind, NHS number and first day, forgets what is deleted, has a file once however often it comes,
 * acknowledges in the NHS's form, and fails where it is told to.
 */
final class NhsServer implements AutoCloseable {

    static final String TOKEN = "token-of-the-nhs";

    private static final String HL7 = "urn:hl7-org:v3";

    private final HttpServer server;
    private final Map<String, String> answered = new HashMap<>();
    /** Such as {@code CPP 9990000018 202403010000}, with the last day or nothing. */
    final Map<String, String> store = new TreeMap<>();
    /** The numbers of the files that it has. */
    final List<String> files = new ArrayList<>();
    /** What the next requests are answered with, before anything is taken. */
    final Queue<Integer> failures = new ArrayDeque<>();
    /** Fails once after it has taken the file. */
    boolean breaksAfter;
    /** A number of which it will know nothing. */
    String refused = "";

    NhsServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/nhs/cp-is/933/files/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/nhs");
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            String number = path.substring(path.lastIndexOf('/') + 1);
            Integer failure = failures.poll();
            if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                exchange.sendResponseHeaders(401, -1);
            } else if (failure != null) {
                exchange.sendResponseHeaders(failure, -1);
            } else {
                String said = answered.get(number);
                if (said == null) {
                    said = take(number, body);
                    answered.put(number, said);
                    files.add(number);
                }
                if (breaksAfter) {
                    breaksAfter = false;
                    exchange.sendResponseHeaders(503, -1);
                    return;
                }
                byte[] answer = said.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
            }
        } catch (ParserConfigurationException | SAXException wrong) {
            throw new IOException(wrong);
        }
    }

    private String take(String number, byte[] body) throws IOException, ParserConfigurationException, SAXException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document file = factory.newDocumentBuilder().parse(new ByteArrayInputStream(body));
        List<Element> records = list(file.getDocumentElement(), "CP-ISRecord");
        StringBuilder details = new StringBuilder();
        int failed = 0;
        for (int place = 0; place < records.size(); place++) {
            Element record = records.get(place);
            if (!refused.isEmpty() && nhsNumber(record).equals(refused)) {
                failed++;
                details.append("<acknowledgementRecordDetail><code code=\"CPR01\"/><location>/File/record[")
                        .append(place + 1)
                        .append("]</location></acknowledgementRecordDetail>");
            } else {
                list(record, "pertinentInformation").forEach(plan -> hold(nhsNumber(record), plan));
            }
        }
        return "<FileResponse xmlns=\"" + HL7 + "\"><creationTime value=\"20240603\"/><id extension=\"" + number
                + "\"/><transmissionQuantity value=\"" + records.size()
                + "\"/><acknowledgementFile><acknowledgementFileDetail><code code=\""
                + (failed == 0 ? "CPF02" : "CPF03")
                + "\" displayName=\"-\"/></acknowledgementFileDetail></acknowledgementFile>"
                + (failed == 0 ? "" : "<acknowledgementRecord>" + details + "</acknowledgementRecord>")
                + "<communicationFunctionRcv><organisation><id root=\"2.16.840.1.113883.2.1.3.2.4.19.1\" extension=\"933\"/>"
                + "<name>Made-up Council</name><telecom value=\"tel:1\" use=\"WP\"/></organisation></communicationFunctionRcv>"
                + "<failedReturnedCP-ISRecords><value value=\"" + failed
                + "\"/></failedReturnedCP-ISRecords><successfulReturnedCP-ISRecords><value value=\""
                + (records.size() - failed) + "\"/></successfulReturnedCP-ISRecords></FileResponse>";
    }

    private void hold(String number, Element plan) {
        String start = "";
        String end = "";
        boolean deleted = false;
        String kind = "";
        for (Element each : list(plan, "*")) {
            String name = each.getLocalName();
            if (name.startsWith("COCT_")) {
                kind = name.substring(name.indexOf('.') + 1, name.indexOf('.') + 4);
            } else if (name.endsWith("StartDate")) {
                start = value(each);
            } else if (name.endsWith("EndDate")) {
                end = value(each);
            } else if (name.endsWith("DeleteDate")) {
                deleted = true;
            }
        }
        String key = kind + " " + number + " " + start;
        if (deleted) {
            store.remove(key);
        } else {
            store.put(key, end);
        }
    }

    private static String value(Element date) {
        return list(date, "value").getFirst().getAttribute("value");
    }

    private static String nhsNumber(Element record) {
        return list(record, "id").stream()
                .filter(id -> id.getAttribute("root").equals("2.16.840.1.113883.2.1.4.1"))
                .map(id -> id.getAttribute("extension"))
                .findFirst()
                .orElseThrow();
    }

    private static List<Element> list(Element within, String name) {
        List<Element> found = new ArrayList<>();
        var nodes = within.getElementsByTagNameNS(HL7, name);
        for (int place = 0; place < nodes.getLength(); place++) {
            found.add((Element) nodes.item(place));
        }
        return found;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
