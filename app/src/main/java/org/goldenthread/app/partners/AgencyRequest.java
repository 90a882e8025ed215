package org.goldenthread.app.partners;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an agency is asked of a child.
 *
 * @param about who the child is, as the agency is told
 * @param purpose why it is asked and may answer
 * @param due until when, in words; null where no clock runs
 * @param answered when, in words; null while it waits
 */
public record AgencyRequest(
        UUID id,
        String agency,
        String about,
        String question,
        String purpose,
        String asked,
        String askedPost,
        @Nullable String due,
        @Nullable String answered,
        @Nullable String answeredPost,
        @Nullable String rating,
        @Nullable String answer) {

    public String address() {
        return "/agency/requests/" + id;
    }

    public String draft() {
        return "agency.answer." + id;
    }

    public String ratingWords() {
        return rating == null
                ? ""
                : rating.substring(0, 1) + rating.substring(1).toLowerCase(Locale.UK);
    }
}
