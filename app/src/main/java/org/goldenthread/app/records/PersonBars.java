package org.goldenthread.app.records;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the pages of records need to know of people; the people module answers. */
public interface PersonBars {

    /** Empty where there is nobody of that id whom the person signed in may see. */
    Optional<PersonBar> find(UUID person);

    /** Brothers and sisters whom the person signed in may see. */
    List<PersonBar.Relative> siblings(UUID person);
}
