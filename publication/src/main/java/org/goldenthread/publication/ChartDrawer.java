package org.goldenthread.publication;

import com.openhtmltopdf.css.sheet.FontFaceRule;
import com.openhtmltopdf.css.style.CssContext;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.extend.SVGDrawer;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.io.File;
import java.util.List;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Draws {@link TrendChart}'s small charts into a PDF: rectangles, lines and circles, which is all they hold. A whole SVG engine
 * would take most of the time that a PDF takes.
 */
final class ChartDrawer implements SVGDrawer {

    @Override
    public SVGImage buildSVGImage(
            Element svg, Box box, CssContext css, double cssWidth, double cssHeight, double dotsPerPixel) {
        double width = cssWidth >= 0 ? cssWidth : number(svg, "width") * dotsPerPixel;
        double height = cssHeight >= 0 ? cssHeight : number(svg, "height") * dotsPerPixel;
        return new Chart(svg, width, height, dotsPerPixel);
    }

    @Override
    public void importFontFaceRules(List<FontFaceRule> rules, SharedContext context) {}

    @Override
    public void addFontFile(File file, String family, Integer weight, FontStyle style) {}

    @Override
    public void close() {}

    private record Chart(Element svg, double width, double height, double dotsPerPixel) implements SVGImage {
        @Override
        public int getIntrinsicWidth() {
            return (int) width;
        }

        @Override
        public int getIntrinsicHeight() {
            return (int) height;
        }

        @Override
        public void drawSVG(OutputDevice device, RenderingContext context, double x, double y) {
            float across = (float) (width / dotsPerPixel);
            float down = (float) (height / dotsPerPixel);
            String[] viewBox = svg.getAttribute("viewBox").split(" ", -1);
            double scaleAcross = across / Double.parseDouble(viewBox[2]);
            double scaleDown = down / Double.parseDouble(viewBox[3]);
            device.drawWithGraphics((float) x, (float) y, across, down, graphics -> {
                graphics.scale(scaleAcross, scaleDown);
                drawAll(graphics);
            });
        }

        private void drawAll(Graphics2D graphics) {
            for (Node node = svg.getFirstChild(); node != null; node = node.getNextSibling()) {
                if (node instanceof Element element) {
                    draw(graphics, element);
                }
            }
        }
    }

    private static void draw(Graphics2D graphics, Element element) {
        switch (element.getNodeName()) {
            case "rect" -> {
                graphics.setColor(Color.decode(element.getAttribute("fill")));
                graphics.fill(new Rectangle2D.Double(
                        number(element, "x"),
                        number(element, "y"),
                        number(element, "width"),
                        number(element, "height")));
            }
            case "line" -> {
                setPen(graphics, element);
                graphics.draw(new Line2D.Double(
                        number(element, "x1"), number(element, "y1"), number(element, "x2"), number(element, "y2")));
            }
            case "circle" -> {
                double radius = number(element, "r");
                Ellipse2D circle = new Ellipse2D.Double(
                        number(element, "cx") - radius, number(element, "cy") - radius, 2 * radius, 2 * radius);
                graphics.setColor(Color.decode(element.getAttribute("fill")));
                graphics.fill(circle);
                setPen(graphics, element);
                graphics.draw(circle);
            }
            case "title", "desc" -> {}
            default ->
                throw new IllegalArgumentException("A chart in a PDF cannot hold '" + element.getNodeName() + "'.");
        }
    }

    private static void setPen(Graphics2D graphics, Element element) {
        graphics.setColor(Color.decode(element.getAttribute("stroke")));
        float width = (float) number(element, "stroke-width");
        String dashes = element.getAttribute("stroke-dasharray");
        if (dashes.isEmpty()) {
            graphics.setStroke(new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
            return;
        }
        String[] lengths = dashes.split(" ", -1);
        float[] pattern = {Float.parseFloat(lengths[0]), Float.parseFloat(lengths[1])};
        graphics.setStroke(new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, pattern, 0));
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }
}
