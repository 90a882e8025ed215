package org.goldenthread.app.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.goldenthread.app.commands.CommandLine;
import org.goldenthread.app.database.ClusterRestore;
import org.goldenthread.app.database.DatabaseProblem;
import org.goldenthread.app.database.OwnServer;
import org.jspecify.annotations.Nullable;

/** {@code ./goldenthread restore}: a backup becomes a data folder, whole or not at all. */
public final class RestoreCommand {

    private static final String USAGE = """
            Makes a data folder, its database too, of a backup.

              ./goldenthread restore --from FILE --key FILE [--data DIR] [--replace] [--tools DIR]

              --from FILE   the backup
              --key FILE    the key that was kept apart from it; keys/backup.key in the data folder without it
              --data DIR    the folder to make; "data" without it. It must not be there yet, or be empty
              --replace     put what is in the folder aside first, beside it; the command says where
              --tools DIR   with a server of your own (GOLDEN_THREAD_DATABASE_URL): the folder of its own pg_restore, where it is not
                            found by itself. The variable names an empty database, whose owner restores into it
                            and is called as the tables' owner was

            The backup is unpacked beside the folder, proved, and started once. Only then does it take the folder's place: a
            restore that is interrupted leaves the folder as it was, and the next one begins anew.
            """;

    private RestoreCommand() {}

    public static void main(String[] arguments) {
        BackupCommand.quieten();
        System.exit(run(arguments, System.getenv()));
    }

    /** @return 0 where everything is restored, 1 where nothing is, 2 where the arguments are wrong */
    static int run(String[] arguments, Map<String, String> environment) {
        return CommandLine.run(
                arguments,
                Set.of("--from", "--data", "--key", "--tools"),
                Set.of("--replace"),
                USAGE,
                "Nothing was restored, and nothing was changed.",
                line -> restore(line, environment));
    }

    private static void restore(CommandLine line, Map<String, String> environment) throws IOException {
        Path home = line.home(environment);
        Path backup = line.need("--from");
        OwnServer server = OwnServer.of(environment);
        if (server != null) {
            server.requireEmpty();
        }
        if (!Files.isReadable(backup)) {
            throw new BackupProblem("There is no backup " + backup + " that you may read.");
        }
        Path keyFile = line.file("--key");
        keyFile = keyFile == null ? BackupKey.usualFile(home) : keyFile;
        if (!Files.isReadable(keyFile)) {
            throw new BackupProblem(
                    "The key " + keyFile + " is not there, or you may not read it. Name the key that was kept"
                            + " apart from the backup with --key FILE.");
        }
        BackupKey key = BackupKey.read(keyFile);
        boolean occupied = holdsSomething(home);
        refuseToOverwrite(home, occupied, line.has("--replace"));
        Path staged = home.resolveSibling(home.getFileName() + ".being-restored");
        if (Files.exists(staged)) {
            ClusterRestore.delete(staged);
        }
        try {
            Files.createDirectories(staged);
            Path database = server == null ? ClusterRestore.folderOf(staged) : staged.resolve("database");
            BackupReader.unpack(backup, key, database, staged);
            key.write(BackupKey.usualFile(staged));
            if (server == null) {
                requireKind(
                        !Files.exists(staged.resolve(BackupReader.DUMP)),
                        "a server of your own",
                        "name an empty database on one in");
                ClusterRestore.recover(staged);
            } else {
                requireKind(Files.exists(staged.resolve(BackupReader.DUMP)), "the embedded database", "unset");
                fill(server, staged, line.file("--tools"));
            }
        } catch (BackupProblem | DatabaseProblem | IOException problem) {
            ClusterRestore.delete(staged);
            throw problem;
        }
        takeThePlace(home, occupied, staged, server);
    }

    private static void requireKind(boolean fits, String kind, String action) {
        if (!fits) {
            throw new BackupProblem(
                    "The backup is of " + kind + ". To restore it, " + action + " GOLDEN_THREAD_DATABASE_URL.");
        }
    }

    /** Everything in one transaction: a fault, or a kill, leaves the database as empty as it was. */
    private static void fill(OwnServer server, Path staged, @Nullable Path tools) throws IOException {
        Path dump = staged.resolve(BackupReader.DUMP);
        server.makeRole(staged);
        new ServerTool(tools, "pg_restore", server.environment())
                .with("--single-transaction", "--exit-on-error", "--no-owner", "--no-password")
                .with("--dbname=" + server.environment().get("PGDATABASE"))
                .readFrom(dump);
        server.requireOurs();
        Files.delete(dump);
    }

    private static void takeThePlace(Path home, boolean occupied, Path staged, @Nullable OwnServer server)
            throws IOException {
        Path aside = null;
        if (occupied) {
            aside = freeName(home);
            ClusterRestore.move(home, aside);
        } else {
            Files.deleteIfExists(home);
        }
        ClusterRestore.move(staged, home);
        System.out.println(
                server == null
                        ? "Restored into " + home + ". Its database started and is stopped again."
                        : "Restored into " + home + " and the database that GOLDEN_THREAD_DATABASE_URL names.");
        System.out.println("Before people work on it: ./goldenthread audit verify --data " + home);
        say(home, aside);
    }

    private static void say(Path home, @Nullable Path aside) {
        if (aside != null) {
            System.out.println("What was there before is in " + aside + ". To go back: stop the server, move " + home
                    + " away, and move " + aside + " to " + home + ".");
        }
    }

    private static Path freeName(Path home) {
        for (int number = 1; ; number++) {
            Path name = home.resolveSibling(home.getFileName() + ".before-restore-" + number);
            if (!Files.exists(name)) {
                return name;
            }
        }
    }

    private static void refuseToOverwrite(Path home, boolean occupied, boolean replace) throws IOException {
        if (!occupied) {
            return;
        }
        if (!replace) {
            throw new BackupProblem(
                    "The folder " + home + " holds something. Restore into another with --data, or say --replace:"
                            + " what is there is then put aside and can be put back.");
        }
        if (ClusterRestore.isInUse(home)) {
            throw new BackupProblem("A server is using the folder " + home + ". Stop it first.");
        }
    }

    private static boolean holdsSomething(Path home) throws IOException {
        if (!Files.exists(home)) {
            return false;
        }
        try (Stream<Path> within = Files.list(home)) {
            return within.findAny().isPresent();
        }
    }
}
