package org.goldenthread.returns.check.report;

import java.io.IOException;
import java.io.OutputStream;
import org.goldenthread.returns.check.Validation;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** For other programs. The census's faults name module and record where the SSDA903's name table and row. */
final class ValidationJson implements ValidationFormat {
    @Override
    public void write(Validation validation, OutputStream out) throws IOException {
        boolean census = validation.returnName().equals("cin");
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeStringProperty("return", validation.returnName());
            json.writeStringProperty("year", validation.yearLabel());
            json.writeNumberProperty("children", validation.children());
            json.writeObjectPropertyStart("rules");
            json.writeArrayPropertyStart("run");
            validation.run().forEach(json::writeString);
            json.writeEndArray();
            json.writeArrayPropertyStart("not_run");
            validation.notRun().forEach((rule, why) -> {
                json.writeStartObject();
                json.writeStringProperty("rule", rule);
                json.writeStringProperty("why", why);
                json.writeEndObject();
            });
            json.writeEndArray();
            json.writeEndObject();
            json.writeArrayPropertyStart("hits");
            json.flush();
            FaultLines.write(validation.faults(), census, out);
            json.writeEndArray();
            json.writeArrayPropertyStart("not_read");
            validation.refusals().forEach(refusal -> {
                json.writeStartObject();
                json.writeStringProperty("file", refusal.file());
                Integer line = refusal.line();
                if (line != null) {
                    json.writeNumberProperty("line", line.intValue());
                }
                json.writeStringProperty("why", refusal.problem());
                json.writeEndObject();
            });
            json.writeEndArray();
            json.writeEndObject();
        }
    }
}
