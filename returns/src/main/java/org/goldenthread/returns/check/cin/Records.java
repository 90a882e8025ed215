package org.goldenthread.returns.check.cin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.goldenthread.returns.check.Field;
import org.goldenthread.returns.check.Row;
import org.jspecify.annotations.Nullable;

/** Makes the records of a census, numbers them within their modules and keeps the lines that they and their fields stand on. */
final class Records {
    private final List<List<int[]>> lines = new ArrayList<>();
    private final ReadingNotes notes;
    private final @Nullable Map<Row, Element> elements;

    Records(ReadingNotes notes) {
        this(notes, null);
    }

    /** @param elements takes the element of each record, in the order of the file; null where nobody asks for them */
    Records(ReadingNotes notes, @Nullable Map<Row, Element> elements) {
        this.notes = notes;
        this.elements = elements;
        for (int table = 0; table < CinTable.values().length; table++) {
            lines.add(new ArrayList<>());
        }
    }

    /** Begins a record that an element holds. */
    Draft begin(CinTable table, Element element) {
        return new Draft(table, element);
    }

    /** The line of a field, or of its record where the field is not in the file; nought where neither is. */
    int line(Row row, @Nullable Field field) {
        if (row.number() == 0) {
            return 0;
        }
        int[] known = lines.get(row.table().ordinal()).get(row.number() - 1);
        int place = field == null ? -1 : row.table().position(field);
        return place >= 0 && known[place] > 0 ? known[place] : known[known.length - 1];
    }

    /** A record being read. */
    final class Draft {
        private final CinTable table;
        private final @Nullable String[] texts;
        private final int[] places;
        private final Element element;

        private Draft(CinTable table, Element element) {
            this.table = table;
            this.element = element;
            int fields = table.fields().size();
            this.texts = new @Nullable String[fields];
            this.places = new int[fields + 1];
            this.places[fields] = element.line();
        }

        /** Takes an element as a field of the record; false where the module has no such field. */
        boolean take(Element element) {
            Field field = table.named(element.name());
            if (field == null) {
                return false;
            }
            int place = table.position(field);
            String name = "<" + element.name() + "> of " + table.label();
            if (places[place] > 0) {
                notes.add(element.line(), "There is a second " + name + " in one record. Only the first was read.");
                return true;
            }
            for (Element inner : element.children()) {
                notes.add(inner.line(), "There is an element within " + name + ". It was not read.");
            }
            String text = element.text();
            if (!text.equals(text.strip())) {
                notes.add(element.line(), "There is space around the text of " + name + ". It was kept.");
            }
            set(field, text, element.line());
            return true;
        }

        Draft set(CinField field, String text) {
            set(field, text, 0);
            return this;
        }

        void set(Field field, String text, int line) {
            int place = table.position(field);
            texts[place] = text;
            places[place] = line;
        }

        Row end() {
            List<int[]> ofTable = lines.get(table.ordinal());
            ofTable.add(places);
            Row row = new Row(table, ofTable.size(), texts);
            if (elements != null) {
                elements.put(row, element);
            }
            return row;
        }
    }
}
