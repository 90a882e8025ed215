package org.goldenthread.app.access;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.goldenthread.app.audit.Action;
import org.goldenthread.app.audit.AuditLog;
import org.goldenthread.app.database.AsSystem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The accounts that a database starts with: in a demo's one for each role, in any other one administrator whose password
 * is a secret to be used once.
 */
@Component
@Order(FirstAccounts.ORDER)
public class FirstAccounts implements ApplicationRunner {

    /** When it runs at a start; what needs the accounts runs after it. */
    public static final int ORDER = 0;

    static final String ADMINISTRATOR = "administrator";

    private final Accounts accounts;
    private final Agencies agencies;
    private final DemoStanding standing;
    private final AuditLog audit;
    private final Path home;
    private final boolean demo;

    FirstAccounts(
            Accounts accounts,
            Agencies agencies,
            DemoStanding standing,
            AuditLog audit,
            @Value("${goldenthread.home}") Path home,
            @Value("${goldenthread.demo:false}") boolean demo) {
        this.accounts = accounts;
        this.agencies = agencies;
        this.standing = standing;
        this.audit = audit;
        this.home = home;
        this.demo = demo;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        standing.settle(demo);
        if (standing.isDemo()) {
            makeDemoAccounts();
        } else if (!accounts.anyEnabled()) {
            makeAdministrator();
        }
    }

    /**
     * Turns a demo database into a council's: the demo accounts are off, their sessions over, and there is one
     * administrator.
     *
     * @return where the administrator's one-time secret is kept
     */
    public Path endDemo(Viewer by) {
        audit.add(by.account(), by.role().label(), Action.DEMO_ENDED, "A return that the demo did not make", "");
        standing.end();
        accounts.disableAll();
        return makeAdministrator();
    }

    private void makeDemoAccounts() {
        AsSystem.run(() -> {
            for (Role role : Role.values()) {
                String name = role.label()
                        .toLowerCase(Locale.ROOT)
                        .replace(",", "")
                        .replace("’", "")
                        .replace(' ', '-');
                if (role != Role.PARTNER_WORKER && accounts.findEnabled(name).isEmpty()) {
                    accounts.save(name, role.label() + " (made up)", role, null, false, true);
                }
            }
            makeDemoPartner("partner-worker", new Agency("harbour-school", "Harbour School", Agency.Sector.EDUCATION));
            makeDemoPartner(
                    "partner-worker-health", new Agency("quay-health", "Quay Health Visiting", Agency.Sector.HEALTH));
        });
    }

    private void makeDemoPartner(String name, Agency agency) {
        agencies.add(agency);
        if (accounts.findEnabled(name).isEmpty()) {
            accounts.save(
                    name,
                    "Partner worker, " + agency.name() + " (made up)",
                    Role.PARTNER_WORKER,
                    agency.id(),
                    null,
                    false,
                    true);
        }
    }

    private Path makeAdministrator() {
        String secret = Secrets.make();
        AsSystem.run(() -> accounts.save(ADMINISTRATOR, "Administrator", Role.ADMINISTRATOR, secret, true, false));
        Path file = home.resolve("first-administrator.txt").toAbsolutePath();
        String message = "Sign in as '" + ADMINISTRATOR + "' with this secret, once, and choose a password: " + secret;
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, message + "\n", StandardCharsets.UTF_8);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        tell(System.out, message, file);
        return file;
    }

    // The console and the file are the only places where the secret is ever written.
    private static void tell(PrintStream console, String message, Path file) {
        console.println();
        console.println("  " + message);
        console.println("  It is also in " + file + ", which only its owner can read. Delete it afterwards.");
        console.println();
    }
}
