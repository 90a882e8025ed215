package org.goldenthread.app.access;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.goldenthread.app.database.AsSystem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Repository;

/** The accounts and their passwords. */
@Repository
public class Accounts {

    private static final String COLUMNS =
            "name, post, role, one_time, made_up, enabled, social_work_number, agency, revision";

    private final JdbcClient jdbc;
    private final PasswordEncoder encoder;
    private final InstantSource clock;
    private final String hashOfNothing;

    Accounts(JdbcClient jdbc, PasswordEncoder encoder, InstantSource clock) {
        this.jdbc = jdbc;
        this.encoder = encoder;
        this.clock = clock;
        this.hashOfNothing = java.util.Objects.requireNonNull(encoder.encode("no account has this password"));
    }

    public List<Account> listAccounts() {
        return jdbc.sql("select " + COLUMNS + " from account order by made_up, name")
                .query(Accounts::read)
                .list();
    }

    /** The enabled account {@code name}, whoever asks. */
    Optional<Account> findEnabled(String name) {
        return AsSystem.call(() -> jdbc.sql("select " + COLUMNS + " from account where name = ? and enabled")
                .param(normal(name))
                .query(Accounts::read)
                .optional());
    }

    /** The enabled account that has this name and password. Takes as long for a name that does not exist. */
    Optional<Account> findByPassword(String name, String password) {
        Optional<String> hash = AsSystem.call(() -> jdbc.sql(
                        "select password_hash from account where name = ? and enabled and password_hash is not null")
                .param(normal(name))
                .query(String.class)
                .optional());
        boolean matches = encoder.matches(password, hash.orElse(hashOfNothing)) && hash.isPresent();
        return matches ? findEnabled(name) : Optional.empty();
    }

    List<Account> listMadeUp() {
        return AsSystem.call(() -> jdbc.sql("select " + COLUMNS + " from account where made_up and enabled")
                .query(Accounts::read)
                .list());
    }

    boolean anyEnabled() {
        return AsSystem.call(() -> jdbc.sql("select count(*) from account where enabled")
                        .query(Long.class)
                        .single()
                > 0);
    }

    /** Adds an account, or gives an existing one of that name this role, post and password. A partner's stays tied to the agency it has. */
    void save(String name, String post, Role role, @Nullable String password, boolean oneTime, boolean madeUp) {
        save(name, post, role, null, password, oneTime, madeUp);
    }

    /** @param agency the agency that a partner's account is tied to from now on; null to leave it with the one it has */
    void save(
            String name,
            String post,
            Role role,
            @Nullable String agency,
            @Nullable String password,
            boolean oneTime,
            boolean madeUp) {
        String hash = password == null ? null : encoder.encode(password);
        jdbc.sql("""
                        insert into account (name, post, role, agency, password_hash, one_time, made_up, created_at)
                        values (:name, :post, :role, :agency, :hash, :oneTime, :madeUp, :at)
                        on conflict (name) do update set post = excluded.post, role = excluded.role,
                            agency = case when excluded.role = 'PARTNER_WORKER' then coalesce(excluded.agency, account.agency) end,
                            password_hash = coalesce(excluded.password_hash, account.password_hash),
                            one_time = excluded.one_time, made_up = excluded.made_up, enabled = true,
                            revision = account.revision + 1
                        """)
                .param("name", normal(name))
                .param("post", post)
                .param("role", role.name())
                .param("agency", agency)
                .param("hash", hash)
                .param("oneTime", oneTime)
                .param("madeUp", madeUp)
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    /** The account of whom the council's provider let through, made or brought up to date; none where it is switched off. */
    Optional<Account> admitFromProvider(String name, String post, Role role) {
        return AsSystem.call(() -> {
            boolean switchedOff = jdbc.sql("select count(*) from account where name = ? and not enabled")
                            .param(normal(name))
                            .query(Long.class)
                            .single()
                    > 0;
            Optional<Account> known = findEnabled(name);
            boolean same = known.filter(
                            account -> account.role() == role && account.post().equals(post) && !account.oneTime())
                    .isPresent();
            if (!switchedOff && !same) {
                save(name, post, role, null, false, false);
            }
            return findEnabled(name);
        });
    }

    void setPassword(String name, String password) {
        AsSystem.run(() -> jdbc.sql("""
                        update account set password_hash = :hash, one_time = false, revision = revision + 1
                        where name = :name
                        """)
                .param("hash", encoder.encode(password))
                .param("name", normal(name))
                .update());
    }

    void setEnabled(String name, boolean enabled) {
        jdbc.sql("update account set enabled = :enabled, revision = revision + 1 where name = :name")
                .param("enabled", enabled)
                .param("name", normal(name))
                .update();
    }

    void setSocialWorkNumber(String name, String number) {
        jdbc.sql("update account set social_work_number = :number where name = :name")
                .param("number", number)
                .param("name", normal(name))
                .update();
    }

    void disableAll() {
        AsSystem.run(() -> jdbc.sql("update account set enabled = false, revision = revision + 1 where enabled")
                .update());
    }

    static String normal(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    private static Account read(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new Account(
                row.getString("name"),
                row.getString("post"),
                Role.valueOf(row.getString("role")),
                row.getBoolean("one_time"),
                row.getBoolean("made_up"),
                row.getBoolean("enabled"),
                row.getString("social_work_number"),
                row.getString("agency"),
                row.getInt("revision"));
    }
}
