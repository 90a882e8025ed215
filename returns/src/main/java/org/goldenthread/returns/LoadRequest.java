package org.goldenthread.returns;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.goldenthread.returns.local.LocalMeasure;
import org.jspecify.annotations.Nullable;

/**
 * What to load.
 *
 * @param authorityCode three-digit number of the local authority
 * @param authority its name
 * @param ssda903 for each SSDA903 return the folder of its files, or its file of XML, in any order
 * @param cin children in need census files, in any order
 * @param annexA Annex A workbooks
 * @param local folders or files of local monthly counts and of population estimates
 * @param localMeasures the local counts that measures ask for, so that a count of any other name is warned of; empty to take
 *     whatever is named
 * @param ssd folders of a Standard Safeguarding Dataset extract as CSV
 * @param extracted day on which the newest returns were taken from the council's system; null to infer it
 * @param encrypted whether to encrypt the snapshot at rest: always, unless the data are made up
 */
public record LoadRequest(
        String authorityCode,
        String authority,
        List<Path> ssda903,
        List<Path> cin,
        List<Path> annexA,
        List<Path> local,
        List<LocalMeasure> localMeasures,
        List<Path> ssd,
        @Nullable LocalDate extracted,
        boolean encrypted) {
    public LoadRequest {
        ssda903 = List.copyOf(ssda903);
        cin = List.copyOf(cin);
        annexA = List.copyOf(annexA);
        local = List.copyOf(local);
        localMeasures = List.copyOf(localMeasures);
        ssd = List.copyOf(ssd);
    }

    public static Builder of(String authorityCode, String authority) {
        return new Builder(authorityCode, authority);
    }

    /** Gathers what to load. */
    public static final class Builder {
        private final String authorityCode;
        private final String authority;
        private final List<Path> ssda903 = new ArrayList<>();
        private final List<Path> cin = new ArrayList<>();
        private final List<Path> annexA = new ArrayList<>();
        private final List<Path> local = new ArrayList<>();
        private final List<LocalMeasure> localMeasures = new ArrayList<>();
        private final List<Path> ssd = new ArrayList<>();
        private @Nullable LocalDate extracted;
        private boolean encrypted = true;

        private Builder(String authorityCode, String authority) {
            this.authorityCode = authorityCode;
            this.authority = authority;
        }

        public Builder ssda903(Path folder) {
            ssda903.add(folder);
            return this;
        }

        public Builder cin(Path file) {
            cin.add(file);
            return this;
        }

        public Builder annexA(Path workbook) {
            annexA.add(workbook);
            return this;
        }

        public Builder local(Path folder) {
            local.add(folder);
            return this;
        }

        public Builder localMeasures(List<LocalMeasure> known) {
            localMeasures.addAll(known);
            return this;
        }

        public Builder ssd(Path folder) {
            ssd.add(folder);
            return this;
        }

        public Builder extracted(@Nullable LocalDate day) {
            extracted = day;
            return this;
        }

        /** Leaves the snapshot readable without the key. For made-up data only. */
        public Builder unencrypted() {
            encrypted = false;
            return this;
        }

        public LoadRequest build() {
            return new LoadRequest(
                    authorityCode, authority, ssda903, cin, annexA, local, localMeasures, ssd, extracted, encrypted);
        }
    }
}
