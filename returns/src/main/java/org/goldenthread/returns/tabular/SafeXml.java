package org.goldenthread.returns.tabular;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;
import org.codehaus.stax2.XMLInputFactory2;
import org.jspecify.annotations.Nullable;

/** The one way in which XML that somebody sends is opened: no document type is acted on and no entity followed. */
public final class SafeXml {
    private SafeXml() {}

    /** A reader that tells a document type or an entity as an event, for its user to refuse. */
    public static XMLStreamReader open(InputStream stream) throws XMLStreamException {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        // Parsed late, a fault would be met while its text is asked for, where no parser's error is expected.
        factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
        return new FaultsTold(factory.createXMLStreamReader(stream));
    }

    /** The parser meets a few kinds of wrong text, such as an element called {@code xmlns:a}, with an error that is not of XML. */
    private static final class FaultsTold extends StreamReaderDelegate {
        FaultsTold(XMLStreamReader reader) {
            super(reader);
        }

        @Override
        public int next() throws XMLStreamException {
            try {
                return super.next();
            } catch (RuntimeException fault) {
                throw new XMLStreamException(String.valueOf(fault.getMessage()), getLocation(), fault);
            }
        }
    }

    /** Line on which the parser stopped; nought where it does not say. */
    public static int line(XMLStreamException problem) {
        return problem.getLocation() == null ? 0 : problem.getLocation().getLineNumber();
    }

    /** What is wrong: the last of the lines of the parser's message, without a full stop. */
    public static String reason(XMLStreamException problem) {
        String message = String.valueOf(problem.getMessage());
        String last = message.substring(message.lastIndexOf('\n') + 1).replaceFirst("^Message: ", "");
        return last.endsWith(".") ? last.substring(0, last.length() - 1) : last;
    }

    /** Closes a reader; the stream beneath is its owner's to close, which is what matters. */
    public static void close(@Nullable XMLStreamReader reader) {
        if (reader == null) {
            return;
        }
        try {
            reader.close();
        } catch (XMLStreamException ignored) {
            // Nothing is lost: all that was wanted has been read.
        }
    }
}
