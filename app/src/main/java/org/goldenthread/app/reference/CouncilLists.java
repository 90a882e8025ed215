package org.goldenthread.app.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goldenthread.app.database.AsSystem;
import org.goldenthread.measures.scorecard.AuthorityCodes;
import org.goldenthread.returns.Progress;
import org.goldenthread.returns.check.ssda903.PostcodeIndex;
import org.goldenthread.returns.check.ssda903.Postcodes;
import org.goldenthread.returns.check.ssda903.ProviderIndex;
import org.goldenthread.returns.check.ssda903.ProviderList;
import org.goldenthread.returns.check.ssda903.Providers;
import org.goldenthread.returns.tabular.RefusedFile;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * The lists that the council keeps for the checks. Each was read once, when it was loaded; what is kept of it is an index in the data folder, which
 * is opened at its first use and stays open: the directory of postcodes mapped into memory, the providers in it.
 */
@Service
public class CouncilLists {

    private static final Logger LOG = LoggerFactory.getLogger(CouncilLists.class);
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    /** The one before the latest stays: a backup may have named it while the latest was being loaded. */
    private static final int KEPT_OF_EACH = 2;

    private static final int LONGEST_NAME = 200;
    private static final String OF_OLD = "postcodes.csv";
    private static final String SYSTEM = "system";

    private final ListStore store;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;
    private final Path folder;
    private volatile @Nullable State state;

    CouncilLists(
            ListStore store,
            ApplicationEventPublisher events,
            InstantSource clock,
            @Value("${goldenthread.home}") Path home) {
        this.store = store;
        this.events = events;
        this.clock = clock;
        this.folder = home.resolve("reference");
    }

    /**
     * What is open.
     *
     * @param lists those that are used, without those whose files are missing
     * @param missing those whose files are not in the data folder
     * @param authority as somebody set it; empty where nobody did
     */
    private record State(
            Map<ListKind, KeptList> lists,
            Map<ListKind, KeptList> missing,
            @Nullable Postcodes postcodes,
            @Nullable Providers providers,
            String authority) {}

    /** A file of a list, under the name that it was given by. */
    public record Given(Path file, String name) {}

    /** The list of a kind that is used; empty where there is none. */
    public Optional<KeptList> find(ListKind kind) {
        return Optional.ofNullable(state().lists().get(kind));
    }

    /** A list that should be used and whose file is not in the data folder, as after a restore that left it out. */
    Optional<KeptList> findMissing(ListKind kind) {
        return Optional.ofNullable(state().missing().get(kind));
    }

    /** Where postcodes are; empty where no directory is kept. */
    public Optional<Postcodes> findPostcodes() {
        return Optional.ofNullable(state().postcodes());
    }

    /** Ofsted's providers, each with the authority that it lies in where a directory of postcodes is kept; empty where no list is. */
    public Optional<Providers> findProviders() {
        return Optional.ofNullable(state().providers());
    }

    /**
     * The council's own code of nine characters: as it was set, or else as the Department's tables have it for the number.
     *
     * @param number the council's three-digit number; empty where it is not known
     */
    public Optional<String> findAuthority(String number) {
        return findAuthority().or(() -> AuthorityCodes.findNineCharacters(number));
    }

    /** As somebody set it. */
    Optional<String> findAuthority() {
        return Optional.of(state().authority()).filter(code -> !code.isEmpty());
    }

    /** @param code E and eight digits; empty to have it follow from the council's number again */
    public void setAuthority(String code) {
        if (!code.isEmpty() && !code.matches("E[0-9]{8}")) {
            throw new IllegalArgumentException("'" + code + "' is no authority's code: give E and eight digits.");
        }
        AsSystem.run(() -> store.setAuthority(code));
        forget();
    }

    private State state() {
        State known = state;
        return known == null ? open() : known;
    }

    private synchronized State open() {
        State known = state;
        if (known == null) {
            known = AsSystem.call(this::read);
            state = known;
        }
        return known;
    }

    private void forget() {
        synchronized (this) {
            state = null;
        }
        events.publishEvent(new ListsChanged());
    }

    private State read() {
        takeOver();
        Map<ListKind, KeptList> lists = new EnumMap<>(ListKind.class);
        Map<ListKind, KeptList> missing = new EnumMap<>(ListKind.class);
        Postcodes postcodes = null;
        Providers providers = null;
        for (ListKind kind : ListKind.values()) {
            KeptList list = store.findCurrent(kind).orElse(null);
            if (list == null) {
                continue;
            }
            try {
                switch (kind) {
                    case POSTCODES -> postcodes = PostcodeIndex.read(file(list));
                    case PROVIDERS -> providers = ProviderIndex.read(file(list));
                }
                lists.put(kind, list);
            } catch (IOException | RuntimeException problem) {
                LOG.error(
                        "{} cannot be used, so rules that need it are not run. Load the list again on the page Lists for the checks.",
                        file(list),
                        problem);
                missing.put(kind, list);
            }
        }
        return new State(
                lists,
                missing,
                postcodes,
                providers == null || postcodes == null ? providers : providers.in(postcodes),
                store.findAuthority().orElse(""));
    }

    /** A directory that was kept as a file before lists were registered is taken on as if it had been loaded. */
    private void takeOver() {
        Path old = folder.resolve(OF_OLD);
        if (!Files.exists(old) || !store.listLatest(ListKind.POSTCODES, 1).isEmpty()) {
            return;
        }
        try {
            LocalDate day = LocalDate.ofInstant(Files.getLastModifiedTime(old).toInstant(), LONDON);
            KeptList list =
                    write(ListKind.POSTCODES, List.of(new Given(old, OF_OLD)), day, SYSTEM, SYSTEM, Progress.SILENT);
            store.add(list);
            Files.delete(old);
        } catch (IOException problem) {
            LOG.error("{} could not be taken on as the directory of postcodes. Load it anew.", old, problem);
        }
    }

    /**
     * Keeps a list in the place of the one before, which stays in use until the new one is whole.
     *
     * @param given one file of a directory, one or several workbooks of providers
     * @param ownDate the day that the list itself is of
     * @param account who loads it, as the identity that the work is done for
     * @throws RefusedFile where it is no such list; the one before stays
     */
    public KeptList keep(
            ListKind kind, List<Given> given, LocalDate ownDate, String account, String post, Progress progress)
            throws IOException {
        KeptList list = write(kind, given, ownDate, account, post, progress);
        progress.step("Putting it in the place of the one before", 2, 2);
        store.add(list);
        forget();
        tidy(kind);
        return list;
    }

    private KeptList write(
            ListKind kind, List<Given> given, LocalDate ownDate, String account, String post, Progress progress)
            throws IOException {
        Files.createDirectories(folder);
        Path half = Files.createTempFile(folder, kind.name().toLowerCase(Locale.ROOT) + "-", ".part");
        try {
            int entries;
            int leftOut;
            if (kind == ListKind.POSTCODES) {
                PostcodeIndex index = writePostcodes(given, half, progress);
                entries = index.count();
                leftOut = index.leftOut().unusable() + index.leftOut().repeated();
            } else {
                progress.step("Reading the providers", 1, 2);
                Providers providers =
                        ProviderList.read(given.stream().map(Given::file).toList(), null);
                ProviderIndex.write(providers, half);
                entries = providers.count();
                leftOut = (int) providers.refusals().stream()
                        .filter(refusal -> refusal.line() != null)
                        .count();
            }
            KeptList list = new KeptList(
                    UUID.randomUUID(), kind, name(given), ownDate, entries, leftOut, clock.instant(), account, post);
            try (FileChannel written = FileChannel.open(half, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(half, file(list), StandardCopyOption.ATOMIC_MOVE);
            return list;
        } finally {
            Files.deleteIfExists(half);
        }
    }

    private static PostcodeIndex writePostcodes(List<Given> given, Path half, Progress progress) throws IOException {
        if (given.size() != 1) {
            throw new RefusedFile(
                    "The postcode directory is one file, and " + given.size() + " were given.",
                    "Give the zip as it was published, or the one CSV in it.");
        }
        progress.step("Reading the postcodes", 1, 2);
        GivenList.readDirectory(
                given.getFirst().file(),
                directory -> PostcodeIndex.build(
                        directory,
                        half,
                        count -> progress.step(
                                String.format(Locale.UK, "Reading the postcodes: %,d so far", count), 1, 2)));
        PostcodeIndex index = PostcodeIndex.read(half);
        PostcodeIndex.LeftOut leftOut = index.leftOut();
        if (index.count() <= leftOut.unusable()) {
            throw new RefusedFile(
                    index.count() + leftOut.unusable() == 0
                            ? "The postcode directory has a heading and no postcodes."
                            : String.format(
                                    Locale.UK,
                                    "Of the %,d rows of the postcode directory %,d give no postcode, place or authority that can be"
                                            + " read; the first of them is row %,d.",
                                    index.count() + leftOut.unusable() + leftOut.repeated(),
                                    leftOut.unusable(),
                                    leftOut.firstLine()),
                    "Give the ONS Postcode Directory as it was published, not opened and saved by a spreadsheet.");
        }
        return index;
    }

    private static String name(List<Given> given) {
        String names = given.stream().map(Given::name).collect(Collectors.joining(", "));
        return names.length() <= LONGEST_NAME ? names : names.substring(0, LONGEST_NAME - 1) + "…";
    }

    private Path file(KeptList list) {
        return folder.resolve(stem(list.kind()) + list.id() + ".idx");
    }

    private static String stem(ListKind kind) {
        return kind.name().toLowerCase(Locale.ROOT) + "-";
    }

    /**
     * Stops the use of a list.
     *
     * @return false where it was taken back before
     */
    boolean takeBack(UUID id, String account) {
        boolean taken = store.takeBack(id, account);
        if (taken) {
            forget();
        }
        return taken;
    }

    /** Files of lists that were replaced more than once, and halves that a stop left behind. */
    private void tidy(ListKind kind) {
        Set<String> named = AsSystem.call(() -> store.listLatest(kind, KEPT_OF_EACH)).stream()
                .map(id -> stem(kind) + id + ".idx")
                .collect(Collectors.toSet());
        List<Path> gone = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder)) {
            all.filter(path -> String.valueOf(path.getFileName()).startsWith(stem(kind))
                            && !named.contains(String.valueOf(path.getFileName())))
                    .forEach(gone::add);
            for (Path path : gone) {
                Files.deleteIfExists(path);
            }
        } catch (IOException problem) {
            throw new UncheckedIOException("Old lists could not be deleted from " + folder + ".", problem);
        }
    }
}
