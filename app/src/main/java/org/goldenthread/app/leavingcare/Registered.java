package org.goldenthread.app.leavingcare;

import org.goldenthread.app.records.Labelled;

/** Whether anybody is registered for somewhere to live (Care Standards Act 2000, Part 2; Health and Social Care Act 2008). */
enum Registered implements Labelled {
    REGISTERED("Yes, with Ofsted or the Care Quality Commission"),
    UNREGULATED("No: it is unregulated, such as a tenancy, a hostel or a room");

    private final String label;

    Registered(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
