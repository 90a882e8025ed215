package org.goldenthread.demo;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.context.ConfigurableApplicationContext;

/** Ways into the database of a running application beside the application: as its own role, or as the owner of its tables. */
public record DatabaseWay(String url, Properties secrets) {

    /** @param home the folder that the application keeps its data in */
    public static DatabaseWay of(ConfigurableApplicationContext application, Path home)
            throws IOException, SQLException {
        String url;
        try (Connection connection = application.getBean(DataSource.class).getConnection()) {
            url = connection.getMetaData().getURL();
        }
        Properties secrets = new Properties();
        try (Reader reader = Files.newBufferedReader(home.resolve("database.secrets"), StandardCharsets.UTF_8)) {
            secrets.load(reader);
        }
        return new DatabaseWay(url, secrets);
    }

    /** As the owner of the tables, who is told to be the importer at that time. */
    public Connection asOwner(String at) throws SQLException {
        Connection owner = DriverManager.getConnection(url, "golden_thread_owner", secrets.getProperty("owner"));
        tell(owner, "importer", "SYSTEM", at);
        return owner;
    }

    public Connection asApplication() throws SQLException {
        return DriverManager.getConnection(url, "golden_thread_app", secrets.getProperty("app"));
    }

    public static void tell(Connection connection, String account, String rights, String at) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select set_config('golden_thread.account', ?, false), set_config('golden_thread.rights', ?, false),"
                        + " set_config('golden_thread.at', ?, false)")) {
            statement.setString(1, account);
            statement.setString(2, " " + rights + " ");
            statement.setString(3, at);
            statement.execute();
        }
    }
}
