package org.goldenthread.returns.write.ssda903;

import java.net.URL;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/**
 * Our own schemas of the return in XML, one for each collection year from 2020-21. They are unofficial: the Department for Education
 * publishes none that we know of later than that of 2021.
 */
public final class Ssda903Schemas {
    private static final int FIRST = 2021;
    private static final int LAST = 2027;

    private Ssda903Schemas() {}

    /**
     * The schema of a collection year by its end, 2026 for 2025-26; empty for years that we have none of.
     */
    public static Optional<Schema> find(int year) {
        if (year < FIRST || year > LAST) {
            return Optional.empty();
        }
        String name = "cla-" + year + "-unofficial.xsd";
        URL place = Ssda903Schemas.class.getResource(name);
        if (place == null) {
            throw new IllegalStateException("The program's own " + name + " is missing. Build the program again.");
        }
        try {
            SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
            // The parts of our own schema lie beside each other, in a folder or in the program's archive.
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file,jar:file");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            return Optional.of(factory.newSchema(place));
        } catch (SAXException broken) {
            throw new IllegalStateException("The program's own " + name + " cannot be read.", broken);
        }
    }
}
