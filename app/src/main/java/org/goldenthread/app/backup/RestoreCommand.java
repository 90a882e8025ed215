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
import org.goldenthread.app.database.FolderSwap;
import org.goldenthread.app.database.OwnServer;
import org.goldenthread.app.database.RestoreMark;
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
            restore that is interrupted leaves the folder as it was, or a server that refuses to start on it and says so. Run it
            again, and it begins anew.
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
        try (RestoreMark mark = server == null ? null : RestoreMark.take(server)) {
            Path staged = home.resolveSibling(home.getFileName() + ".being-restored");
            if (FolderSwap.undo(staged, home)) {
                System.out.println(
                        "An earlier restore into " + home + " was cut short. What was there before is there again.");
            }
            if (!Files.isReadable(backup)) {
                throw new BackupProblem("There is no backup " + backup + " that you may read.");
            }
            BackupKey key = key(line, home);
            refuseToOverwrite(home, line.has("--replace"));
            ClusterRestore.delete(staged);
            try {
                Files.createDirectories(staged);
                if (mark == null || server == null) {
                    makeEmbedded(backup, key, staged);
                } else {
                    makeOnServer(backup, key, staged, new Target(server, mark, line.file("--tools")));
                }
            } catch (BackupProblem | DatabaseProblem | IOException problem) {
                ClusterRestore.delete(staged);
                throw problem;
            }
            // Minutes have gone by.
            refuseToOverwrite(home, line.has("--replace"));
            Path aside = FolderSwap.take(staged, home, holdsSomething(home));
            if (mark != null) {
                mark.remove(home);
            }
            say(home, aside, server);
        }
    }

    private static BackupKey key(CommandLine line, Path home) throws IOException {
        Path file = line.file("--key");
        file = file == null ? BackupKey.usualFile(home) : file;
        if (!Files.isReadable(file)) {
            throw new BackupProblem(
                    "The key " + file + " is not there, or you may not read it. Name the key that was kept"
                            + " apart from the backup with --key FILE.");
        }
        return BackupKey.read(file);
    }

    private static void makeEmbedded(Path backup, BackupKey key, Path staged) throws IOException {
        BackupReader.unpack(backup, key, ClusterRestore.folderOf(staged), staged);
        key.write(BackupKey.usualFile(staged));
        requireKind(
                !Files.exists(staged.resolve(BackupReader.DUMP)),
                "a server of your own",
                "name an empty database on one in");
        ClusterRestore.recover(staged);
    }

    /** Where a dump goes. */
    private record Target(
            OwnServer server, RestoreMark mark, @Nullable Path tools) {}

    private static void makeOnServer(Path backup, BackupKey key, Path staged, Target target) throws IOException {
        BackupReader.unpack(backup, key, staged.resolve("database"), staged);
        key.write(BackupKey.usualFile(staged));
        Path dump = staged.resolve(BackupReader.DUMP);
        requireKind(Files.exists(dump), "the embedded database", "unset");
        target.mark().clearOut();
        target.server().makeRole(staged);
        target.mark().set(staged);
        try {
            fill(target, dump);
        } catch (BackupProblem | DatabaseProblem | IOException problem) {
            target.mark().clearOut();
            throw problem;
        }
        Files.delete(dump);
    }

    /** Everything in one transaction: a fault leaves the database as empty as it was. */
    private static void fill(Target target, Path dump) throws IOException {
        Map<String, String> environment = target.server().environment();
        new ServerTool(target.tools(), "pg_restore", environment)
                .with("--single-transaction", "--exit-on-error", "--no-owner", "--no-password")
                .with("--dbname=" + environment.get("PGDATABASE"))
                .readFrom(dump);
        target.server().requireOurs();
    }

    private static void requireKind(boolean fits, String kind, String action) {
        if (!fits) {
            throw new BackupProblem(
                    "The backup is of " + kind + ". To restore it, " + action + " GOLDEN_THREAD_DATABASE_URL.");
        }
    }

    private static void say(Path home, @Nullable Path aside, @Nullable OwnServer server) {
        System.out.println(
                server == null
                        ? "Restored into " + home + ". Its database started and is stopped again."
                        : "Restored into " + home + " and the database that GOLDEN_THREAD_DATABASE_URL names.");
        System.out.println("Before people work on it: ./goldenthread audit verify --data " + home);
        if (aside != null) {
            System.out.println("What was there before is in " + aside + ". To go back: stop the server, move " + home
                    + " away, and move " + aside + " to " + home + ".");
        }
    }

    private static void refuseToOverwrite(Path home, boolean replace) throws IOException {
        if (!holdsSomething(home)) {
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
