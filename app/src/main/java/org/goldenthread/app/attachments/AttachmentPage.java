package org.goldenthread.app.attachments;

import java.util.List;
import org.goldenthread.app.records.Enclosures;
import org.goldenthread.app.records.Fault;
import org.goldenthread.app.records.PersonBar;
import org.goldenthread.app.records.RecordForm;

/** The pages of attachments. */
public final class AttachmentPage {

    private AttachmentPage() {}

    /**
     * The form in which a file is attached.
     *
     * @param of the record that it is attached to, in words; empty for the person
     * @param held the number of a file that came with an earlier try and need not be sent again; empty for none
     * @param heldName its name
     */
    public record Form(RecordForm form, String of, String held, String heldName) {

        public String taken() {
            return FileKind.TAKEN + ". Up to " + FileCheck.LARGEST / (1024 * 1024) + " MB";
        }
    }

    /** The form in which a newer file of the same document is added. */
    public record Newer(PersonBar bar, String title, String address, List<Fault> faults) {

        public String taken() {
            return FileKind.TAKEN + ". Up to " + FileCheck.LARGEST / (1024 * 1024) + " MB";
        }

        public String problem() {
            return faults.isEmpty() ? "" : faults.getFirst().message();
        }
    }

    /** Every file of a person. */
    public record Files(PersonBar bar, List<Line> lines, boolean mayAttach) {}

    /**
     * One document.
     *
     * @param address where what is said of it stands, with its versions
     */
    public record Line(Enclosures.Enclosure file, String address) {}
}
