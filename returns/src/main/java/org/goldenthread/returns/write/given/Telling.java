package org.goldenthread.returns.write.given;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.goldenthread.core.codes.Code;
import org.goldenthread.core.codes.CodeSet;

/**
 * Decides which values of a return may stand in a snapshot's tables: codes that the field has in some year, dates, short numbers and the
 * numbers of registered homes. A cell can hold anything, so whatever is none of these might name somebody.
 */
final class Telling {
    private static final int LONGEST_NUMBER = 8;
    private static final int LONGEST_DATE = 10;
    private static final String HOME_FIELD = "URN";
    private static final String UNREGISTERED_HOME = "XXXXXXX";

    private final String returnName;
    private final Set<String> never;
    private final Map<String, Set<String>> codes = new ConcurrentHashMap<>();

    /**
     * @param returnName as the code sets name it
     * @param never fields that name somebody or somewhere whatever they hold, but for a code
     */
    Telling(String returnName, Set<String> never) {
        this.returnName = returnName;
        this.never = never;
    }

    boolean isPlain(String field, String text) {
        Set<String> known = codes.get(field);
        if (known == null) {
            known = codes.computeIfAbsent(field, this::codesOf);
        }
        return known.contains(text)
                || (!never.contains(field) && (isNumberOrDate(text) || (field.equals(HOME_FIELD) && isHome(text))));
    }

    private Set<String> codesOf(String field) {
        return CodeSet.find(returnName, field)
                .map(set -> set.listCodes().stream().map(Code::value).collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    private static boolean isNumberOrDate(String text) {
        if (text.length() > LONGEST_DATE) {
            return false;
        }
        boolean divided = false;
        boolean unknown = false;
        for (int place = 0; place < text.length(); place++) {
            char character = text.charAt(place);
            if (character == '/' || character == '-') {
                divided = true;
            } else if (character == 'Z' || character == 'z') {
                unknown = true;
            } else if (character < '0' || character > '9') {
                return false;
            }
        }
        return divided || (!unknown && text.length() <= LONGEST_NUMBER);
    }

    /** The number of a home that Ofsted registered: figures, with SC or another pair of letters before them. */
    private static boolean isHome(String text) {
        if (text.equals(UNREGISTERED_HOME)) {
            return true;
        }
        int letters = 0;
        while (letters < text.length() && letters < 2 && text.charAt(letters) >= 'A' && text.charAt(letters) <= 'Z') {
            letters++;
        }
        int figures = text.length() - letters;
        return letters > 0
                && figures >= 3
                && figures <= LONGEST_NUMBER
                && text.chars().skip(letters).allMatch(character -> character >= '0' && character <= '9');
    }
}
