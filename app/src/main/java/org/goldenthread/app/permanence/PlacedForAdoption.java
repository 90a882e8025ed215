package org.goldenthread.app.permanence;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.goldenthread.app.records.Fault;
import org.goldenthread.app.records.FurtherNeeds;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a placement for adoption needs besides what it says itself: authority to place the child (Adoption and Children Act 2002, sections 18, 19
 * and 21) on the day of placing, and an approved match of this child with these adopters (Adoption Agencies Regulations 2005, regulations 33 and 35).
 */
@Component
class PlacedForAdoption implements FurtherNeeds {

    private static final String BY_CONSENT_WITH_CARER = "A3";
    private static final String BY_CONSENT = "A4";
    private static final String BY_ORDER_WITH_CARER = "A5";
    private static final String NO_MATCH = "";

    private final JdbcClient jdbc;

    PlacedForAdoption(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean knows(String need) {
        return need.equals("authority-to-place") || need.equals("approved-match");
    }

    @Override
    public Optional<Fault> lacks(String need, UUID person, Function<String, @Nullable Object> said, LocalDate today) {
        String kind = String.valueOf(said.apply("kind"));
        String household = String.valueOf(said.apply("adopters")).strip();
        if (need.equals("approved-match")) {
            return lacksMatch(person, kind, household);
        }
        LocalDate on = said.apply("started") instanceof LocalDate started ? started : today;
        return kind.equals(BY_CONSENT_WITH_CARER) || kind.equals(BY_CONSENT)
                ? lacksConsent(person, household, on)
                : lacksOrder(person, on);
    }

    private Optional<Fault> lacksMatch(UUID person, String kind, String household) {
        if (household.isEmpty()) {
            return Optional.of(new Fault(
                    "adopters", "Enter the reference of the adopters’ household with whom the child is matched"));
        }
        String match = jdbc.sql("""
                        select case when foster_carers then 'theirs' else 'others' end from adoption_match
                        where person = :person and state = 'matched' and not withdrawn and upper(btrim(adopters)) = upper(:household)
                        order by known_from desc limit 1
                        """)
                .param("person", person)
                .param("household", household)
                .query(String.class)
                .optional()
                .orElse(NO_MATCH);
        if (match.equals(NO_MATCH)) {
            return Optional.of(new Fault(
                    "adopters",
                    "No match of this child with the household " + household
                            + " is approved. Record the match from the plan for adoption; once the agency decision-maker has approved it, place"
                            + " the child"));
        }
        boolean withCarer = kind.equals(BY_CONSENT_WITH_CARER) || kind.equals(BY_ORDER_WITH_CARER);
        if (withCarer != match.equals("theirs")) {
            return Optional.of(new Fault(
                    "kind",
                    withCarer
                            ? "The approved match says that the adopters do not foster the child now. Choose the kind \"not with current"
                                    + " foster carer\", or correct the match"
                            : "The approved match says that the adopters foster the child now. Choose the kind \"with current foster"
                                    + " carer\", or correct the match"));
        }
        return Optional.empty();
    }

    private Optional<Fault> lacksOrder(UUID person, LocalDate on) {
        boolean ordered = jdbc.sql("""
                        select exists (select from legal_status where person = :person and status = 'E1' and not withdrawn
                            and started <= :on and (ended is null or ended > :on))
                        """)
                .param("person", person)
                .param("on", on)
                .query(Boolean.class)
                .single();
        return ordered
                ? Optional.empty()
                : Optional.of(new Fault(
                        "kind",
                        "No placement order is in force on the day of placing. Record it as a legal status first, or choose placement with"
                                + " consent"));
    }

    /** A child is six weeks old on the 42nd day after birth: from then on only consent under section 19 will do. */
    private Optional<Fault> lacksConsent(UUID person, String household, LocalDate on) {
        boolean consented = jdbc.sql("""
                        select exists (select from adoption_consent c join person p on p.id = c.person
                            where c.person = :person and not c.withdrawn and c.given <= :on and (c.ended is null or c.ended > :on)
                                and (c.kind = 'SECTION_19' or p.born + 42 > :on)
                                and (btrim(c.adopters) = '' or upper(btrim(c.adopters)) = upper(:household)))
                        """)
                .param("person", person)
                .param("household", household)
                .param("on", on)
                .query(Boolean.class)
                .single();
        return consented
                ? Optional.empty()
                : Optional.of(new Fault(
                        "kind",
                        "No consent to placing the child with these adopters is in force on the day of placing. Record each parent’s consent"
                                + " under section 19 from the period of being looked after first (or, for a child under six weeks, their written"
                                + " agreement), or choose placement under a placement order"));
    }
}
