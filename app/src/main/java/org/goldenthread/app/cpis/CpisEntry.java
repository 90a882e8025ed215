package org.goldenthread.app.cpis;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.goldenthread.core.identity.NhsNumber;
import org.goldenthread.returns.write.daily.DailyChild;
import org.goldenthread.returns.write.daily.Json;
import org.jspecify.annotations.Nullable;

/**
 * One plan or period of care as the NHS is told of it.
 *
 * @param id the same for as long as the thing is told of, so that a correction replaces what was sent
 * @param person the child, also where the number is the mother's
 * @param nhsNumber the child's; of an unborn child the mother's
 * @param end the last day; null where it goes on
 */
record CpisEntry(
        String id,
        UUID person,
        CpisKind kind,
        NhsNumber nhsNumber,
        LocalDate start,
        @Nullable LocalDate end) {

    DailyChild toSend(CpisProperties settings) {
        Map<String, Object> content = new TreeMap<>();
        content.put("entry", id);
        content.put("nhs_number", nhsNumber.digits());
        content.put("nhs_number_of", kind == CpisKind.UNBORN_CHILD_PROTECTION_PLAN ? "MOTHER" : "CHILD");
        content.put("kind", kind.name());
        content.put("start", start.toString());
        if (end != null) {
            content.put("end", end.toString());
        }
        content.put("authority", settings.authority());
        content.put("contact", settings.contact());
        return new DailyChild(id, id, Json.canonical(content));
    }
}
