package org.goldenthread.returns.check.ssda903;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.goldenthread.returns.check.Refusal;
import org.goldenthread.returns.check.ssda903.Providers.Provider;
import org.jspecify.annotations.Nullable;

/** Ofsted's lists of providers as they were read before: reading a workbook takes longer than checking a return. */
public final class ProviderIndex {
    private static final int MAGIC = 0x47545052;
    private static final long OPEN = Long.MIN_VALUE;

    private ProviderIndex() {}

    /**
     * Opens lists, from the index where these very workbooks were read before.
     *
     * @param workbooks as for {@link ProviderList#read}
     * @param cache folder in which the index is kept
     * @throws org.goldenthread.returns.tabular.RefusedFile where a workbook has no list of providers
     */
    public static Providers open(List<Path> workbooks, @Nullable Postcodes postcodes, Path cache) throws IOException {
        Path index = cache.resolve("providers-2-" + Fingerprint.of(workbooks) + ".idx");
        Providers listed;
        if (Files.exists(index)) {
            listed = read(index);
        } else {
            // What is kept is the list alone; where each provider is comes from whatever directory is given with it.
            listed = ProviderList.read(workbooks, null);
            Files.createDirectories(cache);
            Path half = Files.createTempFile(cache, "providers-", ".part");
            try {
                write(listed, half);
                Files.move(half, index, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(half);
            }
        }
        return postcodes == null ? listed : listed.in(postcodes);
    }

    /** Writes lists, as they were read, to be read again with {@link #read}; where each provider is is not kept. */
    public static void write(Providers providers, Path file) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.writeInt(MAGIC);
            List<Provider> all = providers.listAll();
            out.writeInt(all.size());
            for (Provider one : all) {
                out.writeUTF(one.urn());
                out.writeUTF(String.join(",", new TreeSet<>(one.places())));
                out.writeUTF(String.join(",", new TreeSet<>(one.providerCodes())));
                LocalDate end = one.end();
                out.writeLong(end == null ? OPEN : end.toEpochDay());
                out.writeUTF(one.postcode());
            }
            out.writeInt(providers.refusals().size());
            for (Refusal one : providers.refusals()) {
                Integer line = one.line();
                out.writeUTF(one.file());
                out.writeInt(line == null ? 0 : line);
                out.writeUTF(one.problem());
                out.writeUTF(one.action());
            }
        }
    }

    /** @throws IOException where the file is missing, or is not one that {@link #write} made */
    public static Providers read(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (in.readInt() != MAGIC) {
                throw new IOException(file + " is no index of providers. Delete it; it is made again.");
            }
            Map<String, List<Provider>> byUrn = new HashMap<>();
            int count = in.readInt();
            for (int one = 0; one < count; one++) {
                String urn = in.readUTF();
                Set<String> places = codes(in.readUTF());
                Set<String> providers = codes(in.readUTF());
                long end = in.readLong();
                byUrn.computeIfAbsent(urn, any -> new ArrayList<>(1))
                        .add(new Provider(
                                urn,
                                places,
                                providers,
                                end == OPEN ? null : LocalDate.ofEpochDay(end),
                                in.readUTF(),
                                ""));
            }
            List<Refusal> refusals = new ArrayList<>();
            int told = in.readInt();
            for (int one = 0; one < told; one++) {
                String name = in.readUTF();
                int line = in.readInt();
                refusals.add(new Refusal(name, line == 0 ? null : line, in.readUTF(), in.readUTF()));
            }
            return new Providers(byUrn, refusals);
        }
    }

    private static Set<String> codes(String joined) {
        return joined.isEmpty() ? Set.of() : Set.of(joined.split(",", -1));
    }
}
