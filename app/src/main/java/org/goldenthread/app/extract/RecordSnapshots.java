package org.goldenthread.app.extract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.goldenthread.app.loading.Loads;
import org.goldenthread.app.records.Words;
import org.goldenthread.returns.LoadRequest;
import org.goldenthread.returns.LoadResult;
import org.goldenthread.returns.Progress;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** Freezes the record, as it was known at the end of a day, as a snapshot that figures are drawn from. */
@Service
public class RecordSnapshots {

    private final SsdExtract extract;
    private final Loads loads;
    private final Path folder;

    RecordSnapshots(SsdExtract extract, Loads loads, @Value("${goldenthread.home}") Path home) {
        this.extract = extract;
        this.loads = loads;
        this.folder = home.resolve("extracts");
    }

    /**
     * @param authorityCode three-digit number of the local authority
     * @param asKnown the day at whose end to freeze it
     * @param madeUp whether the record is the demo's
     * @param by the account that asks for it
     */
    public LoadResult take(
            String authorityCode, String authority, LocalDate asKnown, boolean madeUp, String by, Progress progress) {
        return take(authorityCode, authority, asKnown, beside -> {}, madeUp, by, progress);
    }

    /** @param beside adds what no record holds, such as local counts and the population */
    public LoadResult take(
            String authorityCode,
            String authority,
            LocalDate asKnown,
            Consumer<LoadRequest.Builder> beside,
            boolean madeUp,
            String by,
            Progress progress) {
        Path place = folder.resolve("record-" + asKnown + "-" + UUID.randomUUID());
        try {
            Files.createDirectories(place);
            long rows = extract.write(place, Words.endOf(asKnown));
            if (rows == 0) {
                throw new IllegalStateException(
                        "Nothing was recorded that was known at the end of " + Words.day(asKnown) + ".");
            }
            LoadRequest.Builder request =
                    LoadRequest.of(authorityCode, authority).ssd(place).extracted(asKnown);
            beside.accept(request);
            return loads.load((madeUp ? request.unencrypted() : request).build(), progress, madeUp, by);
        } catch (IOException problem) {
            throw new UncheckedIOException("The record could not be written out to " + folder, problem);
        } finally {
            // It holds names and dates of birth, and the snapshot has all that it was written for.
            deleteIfThere(place);
        }
    }

    static void deleteIfThere(Path place) {
        if (!Files.exists(place)) {
            return;
        }
        try (Stream<Path> all = Files.walk(place)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(place + " could not be deleted. Delete it by hand.", problem);
        }
    }
}
