package org.goldenthread.returns.write.ssda903;

import static org.goldenthread.returns.check.ssda903.Ssda903Field.*;

import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.goldenthread.returns.check.Field;
import org.goldenthread.returns.check.Refusal;
import org.goldenthread.returns.check.ssda903.Ssda903Field;
import org.goldenthread.returns.check.ssda903.Ssda903Table;
import org.goldenthread.returns.write.XmlOutput;

/**
 * Writes a return as XML, a CHILD for each row of the Header: the form that the Department for Education last published for 2021, with
 * elements of our own, SW_EPISODES and DOLO, for the tables that are younger. {@link Ssda903Schemas} has its schemas.
 *
 * <p>What is wrong in itself, such as a code that there is not, is written all the same. What the form has no place for is told.
 */
public final class Ssda903XmlWriter {
    private static final int FIRST_WITH_SOCIAL_WORKERS = 2024;
    private static final int FIRST_WITH_DEPRIVATION_OF_LIBERTY = 2027;

    /** Elements that the form wants even where nothing is said. */
    private static final Set<Ssda903Field> NEVER_LEFT_OUT = EnumSet.of(
            CHILD,
            UPN,
            SEX,
            DOB,
            ETHNIC,
            Ssda903Field.MISSING,
            MIS_START,
            REVIEW,
            REVIEW_CODE,
            DATE_PLACED,
            DECOM,
            RNE,
            LS,
            CIN,
            PLACE,
            DEC,
            REC,
            SW_DECOM,
            DOLO_START);

    private static final List<Ssda903Field> BEFORE_FLAG = List.of(CHILD, UPN, SEX, DOB, ETHNIC);
    private static final List<Ssda903Field> OF_MOTHER = List.of(MOTHER, MC_DOB);
    private static final List<Ssda903Field> OF_UNACCOMPANIED = List.of(DUC);
    private static final List<Ssda903Field> OF_ADOPTION =
            List.of(DATE_INT, DATE_MATCH, FOSTER_CARE, NB_ADOPTR, SEX_ADOPTR, LS_ADOPTR);
    private static final List<Ssda903Field> OF_CARE_LEAVER = List.of(IN_TOUCH, ACTIV, ACCOM);
    private static final List<Ssda903Field> OF_EPISODE =
            List.of(DECOM, RNE, LS, CIN, PLACE, PL_POST, HOME_POST, URN, PLACE_PROVIDER, DEC, REC, REASON_PLACE_CHANGE);

    private final Ssda903Tables content;
    private final XmlOutput out;
    private final XmlRefusals refusals;

    private Ssda903XmlWriter(Ssda903Tables content, XmlOutput out) {
        this.content = content;
        this.out = out;
        this.refusals = new XmlRefusals();
    }

    /**
     * Writes a return.
     *
     * @param year collection year by its end: 2026 is 2025-26
     * @param stream is left open
     * @return what the form has no place for and was left out, each by the file and line that it would have in CSV; empty where all was
     *     written
     */
    public static List<Refusal> write(Ssda903Tables content, int year, OutputStream stream) throws IOException {
        try (XmlOutput out = new XmlOutput(stream)) {
            Ssda903XmlWriter writer = new Ssda903XmlWriter(content, out);
            writer.write(year);
            return writer.refusals.list();
        }
    }

    private void write(int year) throws IOException {
        Set<Ssda903Table> without = EnumSet.noneOf(Ssda903Table.class);
        if (year < FIRST_WITH_SOCIAL_WORKERS) {
            without.add(Ssda903Table.SW_EPISODES);
        }
        if (year < FIRST_WITH_DEPRIVATION_OF_LIBERTY) {
            without.add(Ssda903Table.DOLO);
        }
        XmlChildren children = XmlChildren.of(content, without, refusals);
        out.start("EXPSSDA903");
        for (XmlChildren.Child child : children.list()) {
            out.start("CHILD");
            writeHeader(child);
            for (XmlChildren.Line episode : child.list(Ssda903Table.EPISODES)) {
                writePart("EPISODE", episode, OF_EPISODE);
            }
            out.end();
        }
        out.end();
    }

    private void writeHeader(XmlChildren.Child child) throws IOException {
        out.start("HEADER");
        writeFields(child.header(), BEFORE_FLAG);
        List<XmlChildren.Line> unaccompanied = child.list(Ssda903Table.UASC);
        out.element("UASC", unaccompanied.isEmpty() ? "0" : "1");
        writeFirst(unaccompanied, OF_UNACCOMPANIED);
        writeFirst(child.list(Ssda903Table.AD1), OF_ADOPTION);
        writeFirst(child.list(Ssda903Table.OC3), OF_CARE_LEAVER);
        writeParts("AMISSING", child, Ssda903Table.MISSING);
        writeParts("AREVIEW", child, Ssda903Table.REVIEWS);
        writeFields(child.header(), OF_MOTHER);
        writeParts("PERMANENCE", child, Ssda903Table.PREV_PERM);
        writeParts("OC2", child, Ssda903Table.OC2);
        writeParts("AD_PLACED", child, Ssda903Table.PLACED_ADOPTION);
        writeParts("SW_EPISODES", child, Ssda903Table.SW_EPISODES);
        writeParts("DOLO", child, Ssda903Table.DOLO);
        out.end();
    }

    private void writeFirst(List<XmlChildren.Line> lines, List<Ssda903Field> fields) throws IOException {
        if (!lines.isEmpty()) {
            writeFields(lines.getFirst(), fields);
        }
    }

    private void writeParts(String element, XmlChildren.Child child, Ssda903Table table) throws IOException {
        for (XmlChildren.Line line : child.list(table)) {
            writePart(element, line, XmlChildren.ownFields(table));
        }
    }

    private void writePart(String element, XmlChildren.Line line, List<Ssda903Field> fields) throws IOException {
        out.start(element);
        writeFields(line, fields);
        out.end();
    }

    private void writeFields(XmlChildren.Line line, List<Ssda903Field> fields) throws IOException {
        for (Ssda903Field field : fields) {
            String text = line.text(field);
            if (!XmlOutput.canHold(text)) {
                refusals.add(
                        line,
                        field + " holds a control character, which XML cannot hold; the value was left out.",
                        "Type the value anew.");
                text = "";
            }
            if (!text.isEmpty() || NEVER_LEFT_OUT.contains(field)) {
                out.element(name(field), date(line.table(), text));
            }
        }
    }

    /** The form calls two fields otherwise than the files do. */
    private static String name(Field field) {
        return field == CHILD ? "CHILDID" : field == PLACE ? "PL" : field.name();
    }

    /** The form wants days and months with two digits. What is no date is written as it is. */
    private static String date(Ssda903Table table, String text) {
        if (text.indexOf('/') < 0) {
            return text;
        }
        var day = table.readDate(text);
        return day == null ? text : "%02d/%02d/%04d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    }
}
