package org.goldenthread.demo;

import java.util.List;
import java.util.stream.Stream;

/** Lists 1 to 3: contacts, early help, referrals. */
final class AnnexAFrontDoorLists {
    private AnnexAFrontDoorLists() {}

    record Contacts(AnnexAContext context) implements AnnexAList {
        @Override
        public List<String> columns() {
            return Stream.concat(CHILD.stream(), Stream.of("Date of Contact", "Contact Source"))
                    .toList();
        }

        @Override
        public void fill(AnnexASheet sheet) {
            for (Person person : context.people) {
                for (Contact contact : person.contacts) {
                    if (!contact.earlyHelp() && context.isInSixMonths(contact.day())) {
                        sheet.row(context.child(person), contact.day(), AnnexAContext.source(contact.source()));
                    }
                }
            }
        }
    }

    record EarlyHelp(AnnexAContext context) implements AnnexAList {
        @Override
        public List<String> columns() {
            return Stream.concat(
                            CHILD.stream(),
                            Stream.of(
                                    "Assessment start date",
                                    "Assessment completion date",
                                    "Organisation completing assessment"))
                    .toList();
        }

        @Override
        public void fill(AnnexASheet sheet) {
            for (Person person : context.people) {
                for (Contact contact : person.contacts) {
                    if (contact.earlyHelp() && context.isInSixMonths(contact.day())) {
                        sheet.row(
                                context.child(person),
                                contact.day(),
                                context.known(contact.completed()),
                                contact.source());
                    }
                }
            }
        }
    }

    record Referrals(AnnexAContext context) implements AnnexAList {
        @Override
        public List<String> columns() {
            return Stream.of(
                            CHILD,
                            List.of(
                                    "Date of referral",
                                    "Referral Source",
                                    "Referral NFA?",
                                    "Number of Referrals in Last 12 Months"),
                            WORKER)
                    .flatMap(List::stream)
                    .toList();
        }

        @Override
        public void fill(AnnexASheet sheet) {
            for (Person person : context.people) {
                for (Case held : person.cases) {
                    if (context.isInSixMonths(held.referred)) {
                        long earlier = person.cases.stream()
                                .filter(other -> other != held
                                        && other.referred.isBefore(held.referred)
                                        && other.referred.isAfter(held.referred.minusYears(1)))
                                .count();
                        sheet.row(
                                context.child(person),
                                held.referred,
                                AnnexAContext.source(held.source),
                                AnnexAContext.yesOrNo(held.noFurtherAction),
                                earlier,
                                context.worker(person, "Referral and Assessment Team"));
                    }
                }
            }
        }
    }
}
