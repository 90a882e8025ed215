package org.goldenthread.returns.check.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import org.goldenthread.returns.check.Validation;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.JsonStringEncoder;

/**
 * Faults as JSON objects, divided by commas. A region's returns have millions of them that differ in row and child alone, so what goes before
 * and after those is put together once for each rule and table; and while some are written down the next are put together.
 */
final class FaultLines {
    private static final int FAULTS_AT_ONCE = 4096;
    private static final int AHEAD = 4;
    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_NUMBER = 11;

    private final boolean census;
    private byte[] buffer = new byte[BUFFER];
    private int used;
    private Validation.@Nullable Fault like;
    private byte[] beforeFirst = {};
    private byte[] between = {};
    private byte[] after = {};

    private FaultLines(boolean census) {
        this.census = census;
    }

    /** @param census whether the faults are of the census, which names module and record */
    static void write(List<Validation.Fault> faults, boolean census, OutputStream out) throws IOException {
        Deque<ForkJoinTask<FaultLines>> ahead = new ArrayDeque<>();
        Deque<FaultLines> free = new ArrayDeque<>();
        for (int place = 0; place < AHEAD; place++) {
            free.add(new FaultLines(census));
        }
        int next = 0;
        while (next < faults.size() || !ahead.isEmpty()) {
            if (next < faults.size() && !free.isEmpty()) {
                int first = next;
                next = Math.min(faults.size(), first + FAULTS_AT_ONCE);
                int last = next;
                FaultLines lines = free.remove();
                ahead.add(ForkJoinPool.commonPool().submit(() -> lines.put(faults, first, last)));
            } else {
                FaultLines lines = ahead.remove().join();
                out.write(lines.buffer, 0, lines.used);
                free.add(lines);
            }
        }
    }

    private FaultLines put(List<Validation.Fault> faults, int first, int last) {
        used = 0;
        for (int place = first; place < last; place++) {
            Validation.Fault fault = faults.get(place);
            if (!isLike(fault)) {
                prepare(fault);
            }
            room(beforeFirst.length + between.length + after.length + LONGEST_NUMBER + 1);
            if (place > 0) {
                buffer[used++] = ',';
            }
            put(beforeFirst);
            if (census) {
                put(fault.child());
                put(between);
                put(fault.row());
            } else {
                put(fault.row());
                put(between);
                put(fault.child());
            }
            put(after);
        }
        return this;
    }

    private boolean isLike(Validation.Fault fault) {
        Validation.Fault one = like;
        return one != null
                && one.rule().equals(fault.rule())
                && one.table().equals(fault.table())
                && one.fields().equals(fault.fields());
    }

    private void prepare(Validation.Fault fault) {
        like = fault;
        StringBuilder fields = new StringBuilder();
        for (String field : fault.fields()) {
            fields.append(fields.isEmpty() ? "" : ",").append(quoted(field));
        }
        String rule = "{\"rule\":" + quoted(fault.rule());
        String end = ",\"fields\":[" + fields + "]}";
        beforeFirst =
                bytes(census ? rule + ",\"child\":\"" : rule + ",\"table\":" + quoted(fault.table()) + ",\"row\":");
        between = bytes(census ? "\",\"module\":" + quoted(fault.table()) + ",\"record\":" : ",\"child\":\"");
        after = bytes(census ? end : "\"" + end);
    }

    private static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsCharArray(text)) + '"';
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void put(byte[] some) {
        System.arraycopy(some, 0, buffer, used, some.length);
        used += some.length;
    }

    private void put(int number) {
        if (number < 0) {
            put(bytes(Integer.toString(number)));
            return;
        }
        int digits = 1;
        for (int rest = number / 10; rest > 0; rest /= 10) {
            digits++;
        }
        int rest = number;
        for (int place = used + digits - 1; place >= used; place--) {
            buffer[place] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        used += digits;
    }

    /** Letters and digits as they are; what else an identifier may hold is escaped. */
    private void put(String text) {
        int length = text.length();
        // What follows the text needs its room too.
        room(length + between.length + after.length + LONGEST_NUMBER);
        for (int place = 0; place < length; place++) {
            char letter = text.charAt(place);
            if (letter < ' ' || letter > '~' || letter == '"' || letter == '\\') {
                byte[] escaped = JsonStringEncoder.getInstance().quoteAsUTF8(text.substring(place));
                room(escaped.length + between.length + after.length + LONGEST_NUMBER);
                put(escaped);
                return;
            }
            buffer[used++] = (byte) letter;
        }
    }

    private void room(int wanted) {
        if (buffer.length - used < wanted) {
            buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, used + wanted));
        }
    }
}
