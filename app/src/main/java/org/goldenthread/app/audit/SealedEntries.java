package org.goldenthread.app.audit;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The entries that one seal lists, as they are read in the order of their ids. */
final class SealedEntries {

    private final long seal;
    private final List<ChainFault> faults = new ArrayList<>();
    private final MessageDigest list = Digests.begin();
    private long first;
    private long last;
    private long count;

    SealedEntries(long seal) {
        this.seal = seal;
    }

    /** @param now the entry as the log holds it now; null where it is gone */
    void add(long entry, byte[] digest, @Nullable AuditEntry now) {
        if (count == 0) {
            first = entry;
        }
        last = entry;
        count++;
        Digests.addTo(list, entry, digest);
        if (now == null) {
            faults.add(new ChainFault(
                    ChainFault.Kind.ENTRY_MISSING,
                    seal,
                    "Entry " + entry + " was sealed by seal " + seal + " and is not in the log any more."));
        } else if (!Arrays.equals(digest, Digests.ofEntry(now))) {
            faults.add(new ChainFault(
                    ChainFault.Kind.ENTRY_CHANGED, seal, "Entry " + entry + " is not what seal " + seal + " sealed."));
        }
    }

    /** What is wrong with these entries and with their seal, the seal before it left aside. */
    List<ChainFault> faultsOf(Seal stored) {
        byte[] digest = list.digest();
        if (!Digests.ofSeal(stored, digest).equals(stored.digest())) {
            faults.add(faultOf(stored, digest));
        }
        return faults;
    }

    /** The faults where there is no seal of that number. */
    List<ChainFault> faultsWithoutSeal() {
        faults.addFirst(new ChainFault(
                ChainFault.Kind.SEAL_MISSING,
                seal,
                count + (count == 1 ? " entry was" : " entries were") + " sealed by seal " + seal
                        + ", and there is no such seal any more."));
        return faults;
    }

    private ChainFault faultOf(Seal stored, byte[] digest) {
        boolean sealIsAtFault = count == stored.entries()
                || Digests.ofSeal(stored.listing(first, last, count), digest).equals(stored.digest());
        if (sealIsAtFault) {
            return new ChainFault(
                    ChainFault.Kind.SEAL_CHANGED,
                    seal,
                    "The digest of seal " + seal
                            + " is not that of what it says: the seal or its list of entries was changed.");
        }
        return new ChainFault(
                count < stored.entries() ? ChainFault.Kind.ENTRY_MISSING : ChainFault.Kind.ENTRY_ADDED,
                seal,
                "Seal " + seal + " sealed " + stored.entries() + " and lists " + count + ".");
    }
}
