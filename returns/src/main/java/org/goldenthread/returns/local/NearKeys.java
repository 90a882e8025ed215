package org.goldenthread.returns.local;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Which of the known keys somebody may have meant who wrote another. */
final class NearKeys {
    private static final int MOST = 3;
    /** One letter in so many may be wrong. */
    private static final int LETTERS_TO_A_SLIP = 4;

    private NearKeys() {}

    /**
     * At most three, the likeliest first: those that differ by few letters, and those that hold half of the words written.
     *
     * @param written small letters and digits, words parted by hyphens
     */
    static List<String> find(String written, Collection<String> known) {
        return known.stream()
                .filter(key -> slips(written, key) <= Math.max(1, written.length() / LETTERS_TO_A_SLIP)
                        || 2 * sharedWords(written, key) >= words(written).size())
                .sorted(Comparator.<String>comparingInt(key -> -sharedWords(written, key))
                        .thenComparingInt(key -> slips(written, key))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .toList();
    }

    private static int sharedWords(String one, String other) {
        Set<String> of = words(other);
        return (int) words(one).stream().filter(of::contains).count();
    }

    private static Set<String> words(String key) {
        return Set.copyOf(List.of(key.split("-", -1)));
    }

    /** The fewest letters to put in, take out or change. */
    private static int slips(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
