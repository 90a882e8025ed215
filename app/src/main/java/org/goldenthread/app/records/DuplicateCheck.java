package org.goldenthread.app.records;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asks, before a person is added, whether they are known already; the people module answers. */
public interface DuplicateCheck {

    /**
     * Somebody who may be the same person.
     *
     * @param name as far as it may be told
     * @param address where to go on with them; empty where their file may not so much as be opened
     * @param likelihood how likely it is, in words
     * @param why the reasons, in words
     * @param note what to do where the file may not be seen; empty for nothing
     */
    record Known(String name, String born, String address, String likelihood, String why, String note) {}

    /** @param related for whom somebody of the family is added; null for nobody */
    List<Known> find(Content person, @Nullable UUID related);
}
