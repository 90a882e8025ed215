package org.goldenthread.publication;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import org.goldenthread.core.figures.Expectation;
import org.goldenthread.core.figures.Figure;
import org.goldenthread.measures.scorecard.Comparator;
import org.goldenthread.measures.scorecard.Indicator;
import org.goldenthread.measures.scorecard.RatingOverride;
import org.goldenthread.measures.scorecard.Scorecard;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/**
 * The scorecard for programs, in the shape that {@code scorecard.schema.json} beside this class describes. Values are rounded
 * as the index shows them; numerators and denominators are whole.
 */
final class JsonRenderer implements ScorecardRenderer {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    @Override
    public String format() {
        return "json";
    }

    @Override
    public String mediaType() {
        return "application/json";
    }

    @Override
    public void render(Scorecard scorecard, Commentaries commentaries, OutputStream out) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(new Indented(), out)) {
            json.writeStartObject();
            json.writeStringProperty("authority", scorecard.authority());
            json.writeStringProperty("title", scorecard.title());
            json.writeStringProperty("as_at", scorecard.asAt().toString());
            json.writeNumberProperty("part", scorecard.part().number());
            json.writeStringProperty("part_marking", Wording.marking(scorecard.part()));
            json.writeStringProperty("snapshot", scorecard.snapshot());
            json.writeArrayPropertyStart("notes");
            for (String note : scorecard.notes()) {
                json.writeString(note);
            }
            json.writeEndArray();
            json.writeArrayPropertyStart("indicators");
            for (Indicator indicator : scorecard.indicators()) {
                indicator(json, scorecard, commentaries, indicator);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        out.write('\n');
        out.flush();
    }

    private static void indicator(
            JsonGenerator json, Scorecard scorecard, Commentaries commentaries, Indicator indicator) {
        Figure current = indicator.current();
        json.writeStartObject();
        json.writeStringProperty("number", indicator.number());
        json.writeStringProperty("id", indicator.measure());
        json.writeNumberProperty("version", indicator.version());
        json.writeStringProperty("name", indicator.name());
        json.writeStringProperty("section", indicator.section());
        json.writeStringProperty("why", indicator.why());
        json.writeStringProperty("polarity", indicator.polarity().label());
        json.writeStringProperty("period", current.period().label());
        number(json, "value", rounded(indicator, current.value()));
        json.writeStringProperty("unit", key(indicator.unit()));
        json.writeNumberProperty("decimals", indicator.decimals());
        number(json, "numerator", current.numerator());
        number(json, "denominator", current.denominator());
        json.writeStringProperty("state", current.state().label());
        json.writeStringProperty("reason", current.reason());
        expectation(json, indicator.expectation());
        rating(json, indicator);
        json.writeStringProperty("direction", indicator.direction().label());
        json.writeStringProperty("direction_since", indicator.comparedWith());
        json.writeName("year_to_date");
        figure(
                json,
                indicator,
                indicator.yearToDate(),
                indicator.yearToDate().period().label());
        json.writeArrayPropertyStart("months");
        for (Figure month : indicator.months()) {
            figure(json, indicator, month, month.period().label());
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("earlier_years");
        for (Figure year : indicator.earlierYears()) {
            figure(json, indicator, year, year.period().label());
        }
        json.writeEndArray();
        comparators(json, indicator);
        json.writeStringProperty("note", indicator.note());
        json.writeStringProperty("definition", indicator.definition());
        json.writeName("commentary");
        commentaries
                .findCommentary(indicator, scorecard.part())
                .filter(c -> ByException.isListed(indicator))
                .ifPresentOrElse(commentary -> commentary(json, commentary), json::writeNull);
        json.writeEndObject();
    }

    private static void expectation(JsonGenerator json, Expectation expectation) {
        json.writeStringProperty("target", expectation.asPrinted());
        json.writeObjectPropertyStart("expectation");
        number(json, "aim", expectation.aim());
        number(json, "limit", expectation.limit());
        number(json, "tolerance", expectation.tolerance());
        json.writeEndObject();
    }

    private static void rating(JsonGenerator json, Indicator indicator) {
        json.writeStringProperty("rag", ByException.ratingOf(indicator).label());
        RatingOverride override = indicator.override();
        if (override == null) {
            json.writeNullProperty("rag_override");
            return;
        }
        json.writeObjectPropertyStart("rag_override");
        json.writeStringProperty("rag", override.rating().label());
        json.writeStringProperty("by_rule", indicator.rating().label());
        json.writeStringProperty("reason", override.reason());
        json.writeStringProperty("by", override.by());
        json.writeStringProperty("at", override.at().toString());
        json.writeEndObject();
    }

    private static void figure(JsonGenerator json, Indicator indicator, Figure figure, String label) {
        json.writeStartObject();
        json.writeStringProperty("period", figure.period().id());
        json.writeStringProperty("label", label);
        json.writeStringProperty("state", figure.state().label());
        number(json, "value", rounded(indicator, figure.value()));
        number(json, "numerator", figure.numerator());
        number(json, "denominator", figure.denominator());
        number(json, "as_published", rounded(indicator, figure.asPublished()));
        json.writeStringProperty("reason", figure.reason());
        json.writeEndObject();
    }

    private static void comparators(JsonGenerator json, Indicator indicator) {
        json.writeArrayPropertyStart("comparators");
        for (Comparator comparator : indicator.comparators()) {
            if (comparator == null) {
                continue;
            }
            json.writeStartObject();
            json.writeStringProperty("name", comparator.name());
            number(json, "value", rounded(indicator, comparator.value()));
            json.writeStringProperty("mark", comparator.mark());
            json.writeStringProperty("year", comparator.year());
            json.writeStringProperty("source", comparator.source());
            json.writeStringProperty("detail", comparator.detail());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void commentary(JsonGenerator json, Commentary commentary) {
        json.writeStartObject();
        json.writeStringProperty("text", commentary.text());
        json.writeStringProperty("by", commentary.by());
        json.writeStringProperty("on", commentary.on().toString());
        json.writeEndObject();
    }

    /** Units as the catalogue's files name them, such as {@code rate-per-10000}. */
    static String key(Enum<?> unit) {
        return unit.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private static @Nullable BigDecimal rounded(Indicator indicator, @Nullable BigDecimal value) {
        return value == null ? null : indicator.rounded(value);
    }

    private static void number(JsonGenerator json, String name, @Nullable BigDecimal value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeNumberProperty(name, Numbers.tidy(value));
        }
    }

    private static final class Indented extends ObjectWriteContext.Base {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }
}
