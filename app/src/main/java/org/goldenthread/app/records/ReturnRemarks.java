package org.goldenthread.app.records;

import java.util.List;

/** What the statutory returns would refuse or ask about a record, if it stood in them as it does; whoever draws the returns answers. */
public interface ReturnRemarks {

    /**
     * What a rule finds.
     *
     * @param field the question that it is shown beside; empty where it is none of the form's
     * @param message what is wrong and what to do
     * @param rule the return and the rule's code
     * @param suggestion what the child's other answers imply; empty where they imply nothing
     */
    record Remark(String field, String message, String rule, String suggestion) {}

    /** Whether answers of that kind of record stand in a return. */
    boolean feeds(RecordType<?> type);

    /** What saving what is typed would cause, and what concerns the answers of the form. */
    List<Remark> of(AsTyped typed);

    /**
     * What a form shows of it.
     *
     * @param address where the form asks while somebody types; empty where it has nothing to ask
     */
    record Shown(String address, List<Remark> remarks) {

        /** Of a form that feeds no return. */
        public static final Shown NOTHING = new Shown("", List.of());

        public boolean isAsked() {
            return !address.isEmpty();
        }

        /** How many there are, to be read out; empty where there is none. */
        public String inWords() {
            return switch (remarks.size()) {
                case 0 -> "";
                case 1 -> "The statutory returns would question one answer. You can save all the same.";
                default ->
                    "The statutory returns would question " + remarks.size() + " answers. You can save all the same.";
            };
        }

        public List<Remark> beside(String field) {
            return remarks.stream()
                    .filter(remark -> remark.field().equals(field))
                    .toList();
        }
    }
}
