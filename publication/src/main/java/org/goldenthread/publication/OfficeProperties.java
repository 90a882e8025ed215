package org.goldenthread.publication;

import org.goldenthread.measures.scorecard.Scorecard;

/** What an Office file says of itself: title, whose it is, part, language and date, the date being the scorecard's. */
final class OfficeProperties {
    private OfficeProperties() {}

    static String core(Scorecard scorecard) {
        String time = scorecard.asAt() + "T00:00:00Z";
        Markup xml = new Markup();
        xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
        xml.open(
                "cp:coreProperties",
                "xmlns:cp",
                "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
                "xmlns:dc",
                "http://purl.org/dc/elements/1.1/",
                "xmlns:dcterms",
                "http://purl.org/dc/terms/",
                "xmlns:xsi",
                "http://www.w3.org/2001/XMLSchema-instance");
        xml.element("dc:title", title(scorecard));
        xml.element("dc:subject", Wording.marking(scorecard.part()));
        xml.element("dc:creator", scorecard.authority());
        xml.element("dc:description", Wording.markingInFull(scorecard.part()));
        xml.element("dc:language", "en-GB");
        xml.element("dc:identifier", scorecard.snapshot());
        xml.element("cp:keywords", scorecard.part().label() + ", " + Wording.position(scorecard));
        xml.element("dcterms:created", time, "xsi:type", "dcterms:W3CDTF");
        xml.element("dcterms:modified", time, "xsi:type", "dcterms:W3CDTF");
        return xml.close("cp:coreProperties").toString();
    }

    static String title(Scorecard scorecard) {
        return Wording.heading(scorecard) + " \u2013 " + scorecard.part().label();
    }
}
