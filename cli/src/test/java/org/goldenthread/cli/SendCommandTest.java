package org.goldenthread.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The daily collection as a person types it, sent to a server on this machine. */
class SendCommandTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2024-04-12T09:30:00Z"));
    private static final List<String> HEADER = List.of(
            "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB", "C1,1,15/06/2012,WBRI,UN1,,", "\"C,2\",2,29/02/2012,WBRI,UN1,,");
    private static final List<String> EPISODES = List.of(
            "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN",
            "C1,01/06/2023,S,C2,N1,U6,PR1,,,,ZZ99 3VZ,ZZ99 3WZ,SC000001",
            "\"C,2\",01/06/2023,S,C2,N1,U6,PR1,31/03/2024,E4A,,ZZ99 3VZ,ZZ99 3WZ,SC000001");

    @TempDir
    Path folder;

    private final List<String> received = new ArrayList<>();
    private final List<String> tokens = new ArrayList<>();
    private HttpServer server;

    record Outcome(int exit, String out, String err) {}

    @BeforeEach
    void start() throws IOException {
        Path ssda903 = Files.createDirectory(folder.resolve("ssda903"));
        Files.write(ssda903.resolve("header.csv"), HEADER);
        Files.write(ssda903.resolve("episodes.csv"), EPISODES);
        assertThat(run("snapshot", "--ssda903", ssda903.toString(), "--authority-code", "399", "--out", snapshot())
                        .exit())
                .isZero();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            received.add(exchange.getRequestURI().getPath() + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            tokens.add(exchange.getRequestHeaders().getFirst("Authorization"));
            byte[] answer = "{}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aDryRunCountsAndSendsNothingAndTheSendingSendsWhatItCountedOnce() throws IOException {
        Outcome rehearsed = send("--dry-run");
        assertThat(rehearsed.err()).isEmpty();
        assertThat(rehearsed.exit()).isZero();
        assertThat(rehearsed.out()).contains("1 new", "1 cannot be sent", "Nothing was sent");
        assertThat(received).isEmpty();

        Outcome sent = send("--token-file", token("a-secret-of-the-council").toString());
        assertThat(sent.err()).isEmpty();
        assertThat(sent.exit()).as("one child cannot be sent: %s", sent.out()).isOne();
        assertThat(sent.out()).contains("1 accepted").doesNotContain("a-secret");
        assertThat(received)
                .singleElement()
                .asString()
                .startsWith("/children_social_care_data/399/children ")
                .contains("\"C1\"");
        assertThat(tokens).containsExactly("Bearer a-secret-of-the-council");
        assertThat(Files.readString(folder.resolve("home/audit.jsonl")))
                .contains("\"send\"")
                .doesNotContain("C1\"", "a-secret");

        assertThat(send("--token-file", token("a-secret-of-the-council").toString())
                        .out())
                .contains("1 unchanged, not sent", "0 accepted");
        assertThat(received).hasSize(1);
    }

    @Test
    void anotherAuthoritysNumberATokenThatOthersMayReadAndAnAddressInTheClearAreRefused() throws IOException {
        assertThat(run(
                                "send",
                                "--snapshot",
                                snapshot(),
                                "--to",
                                address(),
                                "--authority",
                                "398",
                                "--state",
                                folder.resolve("state").toString(),
                                "--dry-run")
                        .err())
                .contains("The snapshot is of authority 399, not 398");
        Path open = token("a-secret-of-the-council");
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(send("--token-file", open.toString()).err())
                .contains(open.getFileName().toString());
        assertThat(run(
                                "send",
                                "--snapshot",
                                snapshot(),
                                "--to",
                                "http://collection.example/api",
                                "--authority",
                                "399",
                                "--state",
                                folder.resolve("state").toString(),
                                "--dry-run")
                        .err())
                .contains("https");
        assertThat(received).isEmpty();
    }

    private Path token(String text) throws IOException {
        Path file = folder.resolve("token");
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file;
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private Outcome send(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "send",
                "--snapshot",
                snapshot(),
                "--to",
                address(),
                "--authority",
                "399",
                "--state",
                folder.resolve("state").toString()));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private String snapshot() {
        return folder.resolve("snapshot").toString();
    }

    private Outcome run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(1, List.of("--home", folder.resolve("home").toString()));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = GoldenThread.commandLine(CLOCK);
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return new Outcome(line.execute(all.toArray(String[]::new)), out.toString(), err.toString());
    }
}
