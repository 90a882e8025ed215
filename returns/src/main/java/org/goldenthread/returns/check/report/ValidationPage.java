package org.goldenthread.returns.check.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.goldenthread.returns.check.Kind;
import org.goldenthread.returns.check.Validation;

/** A page to print for social workers: each child's faults together, a child never torn over two sheets where it fits on one. */
final class ValidationPage implements ValidationFormat {
    private static final String STYLE = """
            body { font: 16px/1.45 arial, sans-serif; color: #0b0c0c; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; }
            h1 { font-size: 1.8rem; } h2 { font-size: 1.2rem; margin: 0 0 .3rem; }
            section { border-top: 2px solid #0b0c0c; padding: .8rem 0; break-inside: avoid; }
            table { border-collapse: collapse; width: 100%; } th, td { text-align: left; vertical-align: top; padding: .25rem .6rem .25rem 0; }
            td { border-top: 1px solid #b1b4b6; } .row { white-space: nowrap; }
            @media print { body { font-size: 11pt; margin: 0; max-width: none; } }
            """;

    @Override
    public void write(Validation validation, OutputStream out) throws IOException {
        StringBuilder page = new StringBuilder(1 << 16);
        page.append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\""
                        + " content=\"width=device-width, initial-scale=1\"><title>")
                .append(title(validation))
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head><body><main><h1>")
                .append(title(validation))
                .append("</h1><p>")
                .append(validation.children())
                .append(" children, ")
                .append(validation.run().size())
                .append(" rules run, ")
                .append(validation.faults().size())
                .append(" faults. ");
        page.append(
                validation.isClean()
                        ? "Nothing was found.</p>\n"
                        : "Confidential: it names children by their ids.</p>\n");
        Map<String, List<Validation.Fault>> byChild = validation.faults().stream()
                .collect(Collectors.groupingBy(Validation.Fault::child, LinkedHashMap::new, Collectors.toList()));
        new TreeMap<>(byChild).forEach((child, faults) -> child(page, child, faults));
        if (!validation.notRun().isEmpty()) {
            page.append("<section><h2>Rules that did not run</h2><table><thead><tr><th scope=\"col\">Rule</th><th"
                    + " scope=\"col\">Why</th></tr></thead><tbody>");
            validation
                    .notRun()
                    .forEach((rule, why) -> page.append("<tr><td class=\"row\">")
                            .append(escape(rule))
                            .append("</td><td>")
                            .append(escape(why))
                            .append("</td></tr>\n"));
            page.append("</tbody></table></section>\n");
        }
        if (!validation.refusals().isEmpty()) {
            page.append("<section><h2>What was not read</h2><ul>");
            validation
                    .refusals()
                    .forEach(refusal -> page.append("<li>")
                            .append(escape(refusal.file()))
                            .append(refusal.line() == null ? "" : ", line " + refusal.line())
                            .append(": ")
                            .append(escape(refusal.problem() + " " + refusal.action()))
                            .append("</li>\n"));
            page.append("</ul></section>\n");
        }
        out.write(page.append("</main></body></html>\n").toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String title(Validation validation) {
        return (validation.returnName().equals("cin") ? "Children in need census " : "SSDA903 ")
                + validation.yearLabel() + ": what to put right";
    }

    private static void child(StringBuilder page, String child, List<Validation.Fault> faults) {
        page.append("<section><h2>")
                .append(child.isEmpty() ? "The return as a whole" : "Child " + escape(child))
                .append("</h2><table><thead><tr><th scope=\"col\">Rule</th><th scope=\"col\">Where</th><th"
                        + " scope=\"col\">What is wrong and what to do</th></tr></thead><tbody>\n");
        for (Validation.Fault fault : faults) {
            page.append("<tr><td class=\"row\">")
                    .append(escape(fault.rule()))
                    .append(fault.kind() == Kind.QUERY ? " (query)" : "")
                    .append("</td><td class=\"row\">")
                    .append(escape(fault.table()))
                    .append(fault.row() == 0 ? "" : " row " + fault.row())
                    .append("<br>")
                    .append(escape(String.join(", ", fault.fields())))
                    .append("</td><td>")
                    .append(escape(fault.message()))
                    .append("</td></tr>\n");
        }
        page.append("</tbody></table></section>\n");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
