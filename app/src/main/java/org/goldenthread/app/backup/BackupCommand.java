package org.goldenthread.app.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.goldenthread.app.commands.CommandLine;
import org.goldenthread.app.database.ClusterBackup;
import org.goldenthread.app.database.FolderSwap;
import org.goldenthread.app.database.OwnServer;
import org.goldenthread.app.database.RestoreMark;

/** {@code ./goldenthread backup}: a data folder with its database in one sealed file, while people work. */
public final class BackupCommand {

    private static final String USAGE = """
            Copies a data folder, its database too, into one sealed file. People can go on working meanwhile.

              ./goldenthread backup --to FILE [--data DIR] [--key FILE] [--as USER] [--tools DIR]

              --to FILE    the backup, which must not be there yet
              --data DIR   the folder that the server keeps its data in; "data" without it
              --key FILE   the key that the backup is sealed with; keys/backup.key in the data folder without it, which is made
                           at the first backup
              --as USER    with a server of your own (GOLDEN_THREAD_DATABASE_URL): who dumps the database. It must read past the
                           tables' policies: a superuser, or a role with bypassrls in pg_read_all_data. Its password is taken
                           from PGPASSWORD or a password file
              --tools DIR  the folder of that server's own pg_dump, where it is not found by itself

            The key is not in the backup, and without it the backup cannot be read by anybody: keep a copy of it, and not where
            the backups are. Everything that was saved before the command says that it is done is in the backup.
            """;

    /** What is of the running server, of one moment, or must be kept apart. */
    private static final Set<String> LEFT_OUT = Set.of(
            "database",
            "in-use.lock",
            "postgres.log",
            "dropped",
            "returns-being-read",
            "keys/backup.key",
            "keys/backup.key.unfinished",
            RestoreMark.FILE);

    private BackupCommand() {}

    public static void main(String[] arguments) {
        quieten();
        System.exit(run(arguments, System.getenv()));
    }

    /** What the database says of its start would stand between the lines that are to be read. */
    static void quieten() {
        System.setProperty("logging.level.root", "off");
        ((ch.qos.logback.classic.Logger) org.slf4j.LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME))
                .setLevel(ch.qos.logback.classic.Level.ERROR);
    }

    /** @return 0 where the backup is whole, 1 where it could not be made, 2 where the arguments are wrong */
    static int run(String[] arguments, Map<String, String> environment) {
        return CommandLine.run(
                arguments,
                Set.of("--to", "--data", "--key", "--as", "--tools"),
                Set.of(),
                USAGE,
                "No backup was made.",
                line -> backUp(line, environment));
    }

    private static void backUp(CommandLine line, Map<String, String> environment) throws IOException {
        Path home = line.home(environment);
        Path target = line.need("--to");
        FolderSwap.requireDone(home);
        Database database = database(line, home, environment);
        if (!Files.exists(home.resolve("database.secrets"))) {
            throw new BackupProblem(
                    "There is no data of Golden Thread in the folder " + home + ". Name it with --data.");
        }
        if (Files.exists(target)) {
            throw new BackupProblem(
                    target + " is there already. A backup never takes the place of another: name a new file.");
        }
        Path keyFile = line.file("--key");
        keyFile = keyFile == null ? BackupKey.usualFile(home) : keyFile;
        boolean made = !Files.exists(keyFile);
        BackupKey key = made ? BackupKey.make(keyFile) : BackupKey.read(keyFile);
        Path unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
        Files.deleteIfExists(unfinished);
        try {
            write(home, unfinished, key, target, database);
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
        System.out.println("The backup is whole: " + target + ", " + Files.size(target) / 1_000_000 + " MB.");
        System.out.println((made ? "A key was made for it: " : "It is sealed with the key ") + keyFile
                + ". Without the key nobody can read it: keep a copy of the key, and not where the backups are.");
    }

    private static void write(Path home, Path unfinished, BackupKey key, Path target, Database database)
            throws IOException {
        Files.createFile(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE);
                OutputStream output = Channels.newOutputStream(channel)) {
            BackupWriter writer = new BackupWriter(output, key);
            database.write(writer);
            // After the database: whatever it names was there before it named it.
            writer.under(BackupReader.FOLDER);
            try (Stream<Path> all = Files.walk(home)) {
                for (Path each : (Iterable<Path>) all.filter(path -> isTaken(home, path))::iterator) {
                    if (Files.isRegularFile(each) && !each.equals(unfinished) && !each.equals(target)) {
                        writer.add(home.relativize(each).toString(), each);
                    }
                }
            }
            writer.finish();
            channel.force(true);
        }
    }

    private static boolean isTaken(Path home, Path path) {
        Path name = home.relativize(path);
        return LEFT_OUT.stream().noneMatch(name::startsWith);
    }

    /** Writes the database, of one moment. */
    private interface Database {
        void write(BackupWriter writer) throws IOException;
    }

    private static Database database(CommandLine line, Path home, Map<String, String> environment) throws IOException {
        OwnServer server = OwnServer.of(environment);
        if (server == null) {
            return writer -> {
                writer.under(BackupReader.DATABASE);
                ClusterBackup.copy(home, writer);
            };
        }
        String user = line.given().get("--as");
        if (user == null) {
            throw new IllegalArgumentException(
                    "GOLDEN_THREAD_DATABASE_URL names a database server of your own. Name who dumps it with --as: the owner of"
                            + " the tables is held by their policies and may not read all of them.");
        }
        server.requireWhole(home);
        ServerTool dump = new ServerTool(line.file("--tools"), "pg_dump", server.environment())
                .as(user, environment)
                .with("--format=custom", "--no-password", "--compress=0");
        return writer -> dump.writeTo(output -> writer.add(BackupReader.DUMP, output));
    }
}
