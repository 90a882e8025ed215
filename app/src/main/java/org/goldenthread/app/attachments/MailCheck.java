package org.goldenthread.app.attachments;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An e-mail as RFC 5322 and RFC 2045 to 2047 write it, with what is attached to it. */
final class MailCheck {

    private static final int LONGEST_HEAD = 100_000;
    private static final Pattern HEADER = Pattern.compile("(?m)^([A-Za-z][A-Za-z0-9-]*):[ \\t]*(.*)$");
    private static final Pattern BLANK_LINE = Pattern.compile("\r?\n\r?\n");

    private MailCheck() {}

    static boolean isMail(byte[] content) {
        String begun = new String(content, 0, Math.min(content.length, LONGEST_HEAD), StandardCharsets.ISO_8859_1);
        if (!begun.matches("(?s)(From [^\\r\\n]*\\r?\\n)?[A-Za-z][A-Za-z0-9-]*:.*")) {
            return false;
        }
        Map<String, String> head = head(begun);
        return head.containsKey("from")
                && (head.containsKey("date")
                        || head.containsKey("received")
                        || head.containsKey("subject") && head.containsKey("to"));
    }

    static FileKind inspect(byte[] content, int depth) throws FileRefusedException {
        part(new String(content, StandardCharsets.ISO_8859_1), depth);
        return FileKind.EMAIL;
    }

    private static void part(String part, int depth) throws FileRefusedException {
        if (depth > FileCheck.DEEPEST) {
            throw new FileRefusedException("It holds e-mails within e-mails. Take out what you need and attach that");
        }
        Matcher blank = BLANK_LINE.matcher(part);
        boolean headless = part.startsWith("\n") || part.startsWith("\r\n");
        int end = headless ? 0 : blank.find() ? blank.start() : part.length();
        int begin = headless ? 0 : end == part.length() ? end : blank.end();
        Map<String, String> head = head(part.substring(0, end));
        String body = part.substring(begin);
        String type = head.getOrDefault("content-type", "text/plain");
        String kind = type.split("[;\\s]", 2)[0].toLowerCase(Locale.ROOT);
        String name = parameter(head.getOrDefault("content-disposition", ""), "filename");
        name = name.isEmpty() ? parameter(type, "name") : name;
        if (kind.startsWith("multipart/")) {
            String boundary = parameter(type, "boundary");
            if (boundary.isEmpty()) {
                throw new FileRefusedException("It is an e-mail that is damaged. Save it again, or print it to PDF");
            }
            String[] parts = ("\n" + body).split("\r?\n--" + Pattern.quote(boundary) + "(?=-?-?[ \\t]*\r?\n|--|$)", -1);
            for (int number = 1; number < parts.length; number++) {
                if (!parts[number].startsWith("--")) {
                    part(parts[number].replaceFirst("^[ \\t]*\r?\n", ""), depth + 1);
                }
            }
        } else if (kind.equals("message/rfc822")) {
            part(decoded(head, body), depth + 1);
        } else if (!name.isEmpty() || !kind.startsWith("text/")) {
            attached(name, decoded(head, body).getBytes(StandardCharsets.ISO_8859_1), kind, depth);
        }
    }

    private static void attached(String name, byte[] content, String kind, int depth) throws FileRefusedException {
        boolean signature = kind.matches("application/(x-)?pkcs7-signature|application/pgp-signature");
        if (content.length == 0 || signature || kind.equals("message/delivery-status")) {
            return;
        }
        try {
            FileCheck.inspect(content, depth + 1);
        } catch (FileRefusedException refused) {
            throw refused(name, refused);
        }
    }

    static FileRefusedException refused(String name, FileRefusedException why) {
        String plain = name.replaceAll("[^\\p{L}\\p{N} ._()-]", "").strip();
        String reason = String.valueOf(why.getMessage());
        return new FileRefusedException("The e-mail holds " + (plain.isEmpty() ? "a file" : "“" + plain + "”")
                + ", which is not taken: " + Character.toLowerCase(reason.charAt(0)) + reason.substring(1)
                + ". Print the e-mail to PDF, and attach that");
    }

    private static String decoded(Map<String, String> head, String body) throws FileRefusedException {
        String encoding =
                head.getOrDefault("content-transfer-encoding", "").strip().toLowerCase(Locale.ROOT);
        if (encoding.equals("base64")) {
            try {
                return new String(Base64.getMimeDecoder().decode(body), StandardCharsets.ISO_8859_1);
            } catch (IllegalArgumentException damaged) {
                throw new FileRefusedException("It is an e-mail that is damaged. Save it again, or print it to PDF");
            }
        } else if (encoding.equals("quoted-printable")) {
            Matcher code = Pattern.compile("=(?:([0-9A-Fa-f]{2})|[ \\t]*\r?\n)").matcher(body);
            return code.replaceAll(found -> found.group(1) == null
                    ? ""
                    : Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
        } else if (!encoding.isEmpty()
                && !encoding.equals("7bit")
                && !encoding.equals("8bit")
                && !encoding.equals("binary")) {
            throw new FileRefusedException(
                    "It is an e-mail that is packed in a way that cannot be looked into. Print it to PDF");
        }
        return body;
    }

    private static Map<String, String> head(String text) {
        Matcher blank = BLANK_LINE.matcher(text);
        String whole = (blank.find() ? text.substring(0, blank.start()) : text).replaceAll("\r?\n[ \\t]+", " ");
        Map<String, String> head = new LinkedHashMap<>();
        Matcher line = HEADER.matcher(whole.replace("\r", ""));
        while (line.find()) {
            head.putIfAbsent(line.group(1).toLowerCase(Locale.ROOT), line.group(2));
        }
        return head;
    }

    /** A parameter of a header; a continued or a coded one (RFC 2231) too, of which only that it is there matters. */
    private static String parameter(String header, String name) {
        Matcher found = Pattern.compile("(?i);\\s*" + name + "(?:\\*\\d*\\*?)?\\s*=\\s*(?:\"([^\"]*)\"|([^;\\s]+))")
                .matcher(header);
        if (!found.find()) {
            return "";
        }
        return found.group(1) == null ? String.valueOf(found.group(2)) : found.group(1);
    }
}
