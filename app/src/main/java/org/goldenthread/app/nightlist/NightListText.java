package org.goldenthread.app.nightlist;

import java.util.List;

/** The list as a page to be made a PDF of. */
final class NightListText {

    private NightListText() {}

    /** @param made when, in words */
    static String of(List<KnownChild> children, String council, String made, String dutyNumbers) {
        StringBuilder page = new StringBuilder("""
                <!DOCTYPE html>
                <html lang="en-GB"><head><title>Children known tonight</title><meta name="description" content="Children known tonight" /><style>
                @page { size: A4 landscape; margin: 12mm 10mm 14mm; @bottom-center { content: "Page " counter(page) " of " counter(pages); font: 8pt "Liberation Sans"; } }
                body { font: 9pt/1.3 "Liberation Sans"; } h1 { font-size: 15pt; margin: 0 0 2mm; } p { margin: 0 0 2mm; }
                table { border-collapse: collapse; width: 100%; -fs-table-paginate: paginate; } th, td { border: 0.4pt solid #555; padding: 1mm 1.5mm; text-align: left; vertical-align: top; }
                thead th { background: #e8e8e8; } tr { page-break-inside: avoid; } .flag { font-weight: 700; }
                </style></head><body>
                """);
        page.append("<h1>Children known tonight: ").append(text(council)).append("</h1>");
        page.append("<p><strong>As it stood on ")
                .append(text(made))
                .append(".</strong> ")
                .append(children.size())
                .append(children.size() == 1 ? " child" : " children")
                .append(
                        " on a child protection plan, looked after, or with a danger or access flag. Use it only while the system cannot be reached, and delete it when the next comes.</p>");
        dutyNumbers
                .lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> page.append("<p>").append(text(line)).append("</p>"));
        page.append(
                "<table><thead><tr><th scope=\"col\">Child</th><th scope=\"col\">Born</th><th scope=\"col\">Number, NHS number</th>"
                        + "<th scope=\"col\">Plan or care</th><th scope=\"col\">Flags</th><th scope=\"col\">Lives at</th><th scope=\"col\">Allocated worker</th></tr></thead><tbody>");
        for (KnownChild child : children) {
            page.append("<tr><th scope=\"row\">").append(text(child.name())).append("</th>");
            cell(page, child.born());
            cell(page, child.number() + (child.nhsNumber().isEmpty() ? "" : ", " + child.nhsNumber()));
            cells(page, child.status(), "");
            cells(page, child.flags(), " class=\"flag\"");
            cell(page, child.address());
            cell(page, child.worker());
            page.append("</tr>");
        }
        if (children.isEmpty()) {
            page.append("<tr><td colspan=\"7\">Nobody.</td></tr>");
        }
        return page.append("</tbody></table></body></html>").toString();
    }

    private static void cell(StringBuilder page, String words) {
        page.append("<td>").append(text(words)).append("</td>");
    }

    private static void cells(StringBuilder page, List<String> several, String kind) {
        page.append("<td>");
        several.forEach(each ->
                page.append("<div").append(kind).append('>').append(text(each)).append("</div>"));
        page.append("</td>");
    }

    private static String text(String words) {
        return words.replaceAll("\\p{Cntrl}", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
