package org.goldenthread.returns.write.given;

import java.util.ArrayList;
import java.util.List;

/** Texts as one line divided by commas, quoted where they must be. A reader of files would be too much for a line at a time. */
final class CsvLine {
    private CsvLine() {}

    static String join(List<String> texts) {
        StringBuilder line = new StringBuilder();
        for (int place = 0; place < texts.size(); place++) {
            if (place > 0) {
                line.append(',');
            }
            append(line, texts.get(place));
        }
        return line.toString();
    }

    static void append(StringBuilder line, String text) {
        if (text.indexOf(',') < 0 && text.indexOf('"') < 0 && text.indexOf('\n') < 0 && text.indexOf('\r') < 0) {
            line.append(text);
        } else {
            line.append('"').append(text.replace("\"", "\"\"")).append('"');
        }
    }

    static List<String> split(String line) {
        List<String> texts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        boolean quoted = false;
        for (int place = 0; place < line.length(); place++) {
            char character = line.charAt(place);
            if (character == '"') {
                if (quoted && place + 1 < line.length() && line.charAt(place + 1) == '"') {
                    text.append('"');
                    place++;
                } else {
                    quoted = !quoted;
                }
            } else if (character == ',' && !quoted) {
                texts.add(text.toString());
                text.setLength(0);
            } else {
                text.append(character);
            }
        }
        texts.add(text.toString());
        return texts;
    }
}
