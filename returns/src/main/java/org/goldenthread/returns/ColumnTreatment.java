package org.goldenthread.returns;

import java.util.Set;
import org.goldenthread.snapshot.ColumnType;
import org.goldenthread.snapshot.Schema;

/** What becomes of a column's values on their way into a snapshot, which holds no names, addresses or identifiers. */
enum ColumnTreatment {
    /** Goes in as it is. */
    KEEP,
    /** Identifies a person: becomes the person's pseudonym. */
    PERSON,
    /** Identifies an event, a worker, a family or another thing: becomes a pseudonym. */
    EVENT,
    /** A postcode: only its first half, which names a town, goes in. */
    OUTWARD_POSTCODE,
    /** A name or an address: is left out. */
    REMOVE;

    private static final Set<String> REMOVED = Set.of(
            "pers_forename",
            "pers_surname",
            "pers_common_child_id",
            "pers_legacy_id",
            "addr_address_json",
            "prof_professional_name",
            "send_upn",
            "send_uln",
            "link_identifier_value");

    private static final Set<String> NAMED_OTHERWISE = Set.of(
            "worker",
            "personal_adviser",
            "clea_care_leaver_personal_advisor",
            "prof_social_worker_registration_no",
            "prep_court_reference");

    static ColumnTreatment of(Schema.Column column) {
        String name = column.name();
        if (column.type() != ColumnType.VARCHAR) {
            return KEEP;
        }
        if (REMOVED.contains(name)) {
            return REMOVE;
        }
        if (name.endsWith("postcode")) {
            return OUTWARD_POSTCODE;
        }
        if (column.isPerson()) {
            return PERSON;
        }
        return column.isKeyOfThing() || NAMED_OTHERWISE.contains(name) ? EVENT : KEEP;
    }
}
