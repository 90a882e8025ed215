package org.goldenthread.app.records;

import java.util.List;

/** What a service area has to say of a record from what else is known of the person, such as that it is a repeat. */
public interface Remarks {

    List<String> of(Kept<?> record);
}
