package org.goldenthread.app.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.goldenthread.app.database.AsSystem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether this database is the demo's.
 *
 * <p>A database is the demo's or a council's from its first start. Demo accounts exist in a demo's alone, and only while
 * the server listens on the loopback address. Loading a return that the demo did not make ends the demo for good.
 */
@Component
public class DemoStanding {

    private static final String SETTING = "database kind";
    private static final String DEMO = "demo";
    private static final String COUNCIL = "council";

    private final JdbcClient jdbc;
    private final boolean loopback;

    DemoStanding(JdbcClient jdbc, @Value("${server.address:127.0.0.1}") String address) {
        this.jdbc = jdbc;
        this.loopback = isLoopback(address);
    }

    /** Whether the figures here are made up. */
    public boolean isDemo() {
        return kind().filter(DEMO::equals).isPresent();
    }

    /** Whether demo accounts may be used. */
    public boolean isOpen() {
        return loopback && isDemo();
    }

    /** Says, at the first start, what this database is; later starts change nothing. */
    void settle(boolean demo) {
        AsSystem.run(() -> jdbc.sql("insert into setting (name, value) values (?, ?) on conflict (name) do nothing")
                .params(List.of(SETTING, demo ? DEMO : COUNCIL))
                .update());
    }

    void end() {
        AsSystem.run(() -> jdbc.sql("update setting set value = ? where name = ?")
                .params(List.of(COUNCIL, SETTING))
                .update());
    }

    private Optional<String> kind() {
        return AsSystem.call(() -> jdbc.sql("select value from setting where name = ?")
                .param(SETTING)
                .query(String.class)
                .optional());
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
