package org.goldenthread.app.database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.goldenthread.app.RunningApplication;

/** A PostgreSQL that a council runs itself, with a database whose owner may make roles and is no superuser. */
public final class CouncilServer implements AutoCloseable {

    private static final String PASSWORD = "of-the-council";

    private final EmbeddedPostgres postgres;
    private final String owner;

    private CouncilServer(String owner) {
        this.owner = owner;
        this.postgres = EmbeddedPostgres.start(RunningApplication.newFolder());
    }

    public static CouncilServer start(String owner) throws SQLException {
        CouncilServer server = new CouncilServer(owner);
        server.asSuperuser("create role " + owner + " login createrole password '" + PASSWORD + "'");
        server.makeDatabase("records");
        return server;
    }

    public void makeDatabase(String name) throws SQLException {
        asSuperuser("create database " + name + " owner " + owner);
    }

    public void asSuperuser(String sql) throws SQLException {
        try (Connection connection = superuser("postgres")) {
            Connections.execute(connection, sql);
        }
    }

    public Connection superuser(String database) throws SQLException {
        return Connections.open(postgres.url(database), "postgres", postgres.password("superuser"));
    }

    /** How Golden Thread is told of one of its databases. */
    public Map<String, String> environment(String database) {
        return Map.of(
                "GOLDEN_THREAD_DATABASE_URL", postgres.url(database) + "?user=" + owner + "&password=" + PASSWORD);
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
