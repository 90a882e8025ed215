package org.goldenthread.app.trace;

import java.util.Map;
import java.util.Optional;
import org.goldenthread.core.codes.CodeSet;

/** Codes of a return with their meaning, for who does not know them by heart. */
final class CodeWords {
    private record Set(String returnName, String field) {}

    private static final Map<String, Set> SETS = Map.ofEntries(
            Map.entry("clae_cla_episode_start_reason", new Set("ssda903", "RNE")),
            Map.entry("clae_cla_primary_need_code", new Set("ssda903", "CIN")),
            Map.entry("clae_cla_episode_ceased_reason", new Set("ssda903", "REC")),
            Map.entry("clap_cla_placement_type", new Set("ssda903", "PLACE")),
            Map.entry("clap_cla_placement_provider", new Set("ssda903", "PLACE_PROVIDER")),
            Map.entry("clap_cla_placement_change_reason", new Set("ssda903", "REASON_PLACE_CHANGE")),
            Map.entry("lega_legal_status", new Set("ssda903", "LS")),
            Map.entry("pers_ethnicity", new Set("ssda903", "ETHNIC")),
            Map.entry("cine_cin_primary_need_code", new Set("cin", "PrimaryNeedCode")),
            Map.entry("cine_referral_source_code", new Set("cin", "ReferralSource")),
            Map.entry("cine_close_reason", new Set("cin", "ReasonForClosure")),
            Map.entry("cppl_cp_plan_initial_category", new Set("cin", "CategoryOfAbuse")),
            Map.entry("cppl_cp_plan_latest_category", new Set("cin", "CategoryOfAbuse")),
            Map.entry("disa_disability_code", new Set("cin", "Disability")));

    private CodeWords() {}

    /** The value, with its meaning after it where the column is coded and the code is known. */
    static String of(String column, String value) {
        return Optional.ofNullable(SETS.get(column))
                .flatMap(set -> CodeSet.find(set.returnName, set.field))
                .flatMap(codes -> codes.findLabel(value))
                .map(label -> value + ": " + label)
                .orElse(value);
    }
}
