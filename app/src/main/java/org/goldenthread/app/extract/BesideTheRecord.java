package org.goldenthread.app.extract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.goldenthread.app.database.AsSystem;
import org.goldenthread.app.records.AsTyped;
import org.goldenthread.app.records.Words;
import org.goldenthread.app.reference.CouncilLists;
import org.goldenthread.app.reference.KeptList;
import org.goldenthread.app.reference.ListKind;
import org.goldenthread.returns.check.ssda903.Rule;
import org.goldenthread.returns.check.ssda903.Ssda903Children;
import org.goldenthread.returns.check.ssda903.Ssda903Rows;
import org.goldenthread.returns.check.ssda903.Ssda903Rules;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the rules of the return of children looked after use beside it: the council's lists, its code, and last year's return as the record tells it. */
@Component
class BesideTheRecord {

    private final KnownRecord record;
    private final LastReturn lastReturn;
    private final CouncilLists lists;

    BesideTheRecord(KnownRecord record, LastReturn lastReturn, CouncilLists lists) {
        this.record = record;
        this.lastReturn = lastReturn;
        this.lists = lists;
    }

    /**
     * Beside the return of everybody.
     *
     * @param number the council's three-digit number; empty where it is not known
     */
    Ssda903Children.Beside ofEverybody(KnownRecord.Asked asked, String number) {
        Ssda903Rows last = AsSystem.call(() -> lastReturn
                .find(asked)
                .map(then -> rows(record.draw(CareReturnOfRecord.COMPARED, then, null)))
                .orElse(null));
        return with(last, number, asked.last());
    }

    /** Beside the return of one person, whoever asks; what is closed already is drawn once. */
    final class OfOne {

        private final KnownRecord.Asked asked;
        private final UUID person;
        private final String number;
        private final KnownRecord.@Nullable Asked then;
        private @Nullable Ssda903Rows closed;

        private OfOne(KnownRecord.Asked asked, UUID person, String number) {
            this.asked = asked;
            this.person = person;
            this.number = number;
            this.then = lastReturn.find(asked).orElse(null);
        }

        /** @param typed a record as it is typed; null for none. Last year's return has it too while that can still be put right */
        Ssda903Children.Beside with(@Nullable AsTyped typed) {
            if (then == null) {
                return BesideTheRecord.this.with(null, number, asked.last());
            }
            if (LastReturn.isOpen(then, asked)) {
                return BesideTheRecord.this.with(draw(then, typed), number, asked.last());
            }
            Ssda903Rows known = closed;
            if (known == null) {
                known = draw(then, null);
                closed = known;
            }
            return BesideTheRecord.this.with(known, number, asked.last());
        }

        private Ssda903Rows draw(KnownRecord.Asked last, @Nullable AsTyped typed) {
            return rows(record.draw(CareReturnOfRecord.COMPARED, last, new KnownRecord.About(person, typed)));
        }
    }

    OfOne ofOne(KnownRecord.Asked asked, UUID person, String number) {
        return new OfOne(asked, person, number);
    }

    private Ssda903Children.Beside with(@Nullable Ssda903Rows last, String number, LocalDate drawnTo) {
        return new Ssda903Children.Beside(
                last,
                lists.findPostcodes().orElse(null),
                lists.findProviders().orElse(null),
                lists.findAuthority(number).orElse(null),
                drawnTo);
    }

    private static Ssda903Rows rows(Map<String, List<DrawnRow>> parts) {
        return CareReturnOfRecord.tables(parts).asRead();
    }

    /** Of each list that should be replaced by a newer one, how old it is. */
    List<String> old(LocalDate today) {
        List<String> old = new ArrayList<>();
        for (ListKind kind : ListKind.values()) {
            findOld(kind, today)
                    .ifPresent(list -> old.add(list.kind().title() + " (" + list.fileName() + ") is of "
                            + Words.day(list.ownDate()) + ", " + list.months(today)
                            + " months ago: what is newer is not in it."));
        }
        return old;
    }

    /**
     * The same by the rules that use such a list, to be said beside what they find.
     *
     * @param year collection year by its end
     */
    Map<String, String> oldByRule(int year, LocalDate today) {
        Map<String, String> byRule = new HashMap<>();
        for (ListKind kind : ListKind.values()) {
            findOld(kind, today).ifPresent(list -> {
                String words = kind.title() + " is " + list.months(today) + " months old.";
                for (Rule rule : Ssda903Rules.list(year)) {
                    if (rule.needs().contains(kind.need())) {
                        byRule.merge(rule.code(), words, (one, other) -> one + " " + other);
                    }
                }
            });
        }
        return byRule;
    }

    private Optional<KeptList> findOld(ListKind kind, LocalDate today) {
        return lists.find(kind).filter(list -> list.isOld(today));
    }
}
