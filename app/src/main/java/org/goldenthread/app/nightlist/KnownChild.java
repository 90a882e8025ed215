package org.goldenthread.app.nightlist;

import java.util.List;
import java.util.UUID;

/**
 * One child as the list shows them. Of a child whose file is restricted it shows the number and whom to ask, and nothing else.
 *
 * @param name family name first; "Restricted record" where it is restricted
 * @param born date of birth, or the expected date
 * @param status a plan with its category and its first day, or the legal status with its first day
 * @param address where they live; that it must not be disclosed, where it must not
 * @param flags what whoever visits must know
 * @param worker the allocated worker's post and team; whom to ask where it is restricted
 */
record KnownChild(
        UUID person,
        String number,
        String name,
        String born,
        String nhsNumber,
        List<String> status,
        String address,
        List<String> flags,
        String worker) {}
