package org.goldenthread.app.attachments;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A PDF in which nothing acts: no script, no program that is started, no file within, no password. It is read for the names by which a reader
 * would know such a thing, in the file itself and in the packed streams that may hold objects, and never drawn or run.
 */
final class PdfCheck {

    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_DICTIONARY = 4096;
    private static final int MOST_UNPACKED = 64 * 1024 * 1024;

    private static final Map<String, String> REFUSED = Map.of(
            "JavaScript", "It holds a script. Print it to a new PDF and attach that",
            "Launch", "It starts a program when it is opened. Print it to a new PDF and attach that",
            "EmbeddedFile", "It holds another file. Take that out, and attach each by itself",
            "EmbeddedFiles", "It holds another file. Take that out, and attach each by itself",
            "RichMedia", "It holds a film or a program. Print it to a new PDF and attach that",
            "XFA", "It is a form that runs programs (XFA). Print it to a new PDF and attach that",
            "Encrypt", "It is protected with a password, so it cannot be looked into. Save it without one");

    private static final Pattern FILTER = Pattern.compile("/Filter\\s*(\\[[^\\]]*]|/\\w+)");

    private PdfCheck() {}

    static FileKind inspect(byte[] content) throws FileRefusedException {
        refuseNames(content);
        String text = new String(content, StandardCharsets.ISO_8859_1);
        if (!text.contains("%%EOF")) {
            throw new FileRefusedException("It is a PDF that breaks off. Ask for it again, or scan it again");
        }
        int unpacked = 0;
        for (int at = text.indexOf("stream"); at >= 0; at = text.indexOf("stream", at + 6)) {
            if (text.startsWith("end", at - 3)) {
                continue;
            }
            String dictionary = text.substring(Math.max(0, at - LONGEST_DICTIONARY), at);
            dictionary = plain(dictionary.substring(dictionary.lastIndexOf(" obj") + 1));
            if (!dictionary.contains("/ObjStm")) {
                continue;
            }
            Matcher filter = FILTER.matcher(dictionary);
            if (filter.find()) {
                String how = filter.group(1).replaceAll("[\\[\\]\\s]", "");
                if (!how.equals("/FlateDecode") && !how.equals("/Fl") || dictionary.contains("/Predictor")) {
                    throw new FileRefusedException(
                            "It is packed in a way that cannot be looked into. Print it to a new PDF and attach that");
                }
                int begin = at + 6 + (text.startsWith("\r\n", at + 6) ? 2 : 1);
                unpacked += refuseNamesUnpacked(content, begin, MOST_UNPACKED - unpacked);
            }
        }
        return FileKind.PDF;
    }

    private static int refuseNamesUnpacked(byte[] content, int begin, int most) throws FileRefusedException {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(content, begin, Math.max(0, content.length - begin));
            byte[] all = new byte[Math.min(most, 1 << 16)];
            int filled = 0;
            while (!inflater.finished()) {
                if (filled == all.length) {
                    if (all.length >= most) {
                        throw new FileRefusedException(
                                "It unpacks to far more than a document holds, as files do that are made to harm. Print it to a new PDF");
                    }
                    all = Arrays.copyOf(all, (int) Math.min(most, all.length * 2L));
                }
                int read = inflater.inflate(all, filled, all.length - filled);
                if (read == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    break;
                }
                filled += read;
            }
            refuseNames(Arrays.copyOf(all, filled));
            return filled;
        } catch (DataFormatException broken) {
            throw new FileRefusedException("It is a PDF that is damaged. Ask for it again, or print it to a new PDF");
        } finally {
            inflater.end();
        }
    }

    private static void refuseNames(byte[] bytes) throws FileRefusedException {
        for (int at = 0; at < bytes.length; at++) {
            if (bytes[at] == '/') {
                String why = REFUSED.get(name(bytes, at + 1));
                if (why != null) {
                    throw new FileRefusedException(why);
                }
            }
        }
    }

    /** The name that begins there, with letters that are written as numbers (#4A) put back. */
    private static String name(byte[] bytes, int begin) {
        StringBuilder name = new StringBuilder();
        for (int at = begin; at < bytes.length && name.length() < LONGEST_NAME; at++) {
            int letter = bytes[at];
            if (letter == '#' && at + 2 < bytes.length) {
                int high = Character.digit(bytes[at + 1], 16);
                int low = Character.digit(bytes[at + 2], 16);
                if (high >= 0 && low >= 0) {
                    name.append((char) (high * 16 + low));
                    at += 2;
                    continue;
                }
            }
            if (letter <= ' ' || "()<>[]{}/%".indexOf(letter) >= 0) {
                break;
            }
            name.append((char) letter);
        }
        return name.toString();
    }

    /** A dictionary with every name written plainly. */
    private static String plain(String dictionary) {
        byte[] bytes = dictionary.getBytes(StandardCharsets.ISO_8859_1);
        StringBuilder plain = new StringBuilder();
        for (int at = 0; at < bytes.length; at++) {
            if (bytes[at] == '#'
                    && at + 2 < bytes.length
                    && Character.digit(bytes[at + 1], 16) >= 0
                    && Character.digit(bytes[at + 2], 16) >= 0) {
                plain.append((char) (Character.digit(bytes[at + 1], 16) * 16 + Character.digit(bytes[at + 2], 16)));
                at += 2;
            } else {
                plain.append((char) (bytes[at] & 0xff));
            }
        }
        return plain.toString();
    }
}
