package org.goldenthread.publication;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.goldenthread.measures.scorecard.Scorecard;

/** One self-contained file: no script, no picture or style from elsewhere, so that it can be mailed, stored and published. */
final class HtmlRenderer implements ScorecardRenderer {
    private final Layout layout;

    HtmlRenderer(Layout layout) {
        this.layout = layout;
    }

    @Override
    public String format() {
        return "html";
    }

    @Override
    public String mediaType() {
        return "text/html; charset=utf-8";
    }

    @Override
    public void render(Scorecard scorecard, Commentaries commentaries, OutputStream out) throws IOException {
        String page = new Page(scorecard, commentaries, layout, Medium.SCREEN).write();
        out.write(page.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
