package org.goldenthread.app.publishing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewer;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.audit.Action;
import org.goldenthread.app.audit.AuditLog;
import org.goldenthread.app.scorecard.CommentaryBook;
import org.goldenthread.app.scorecard.IssuedPartOnes;
import org.goldenthread.app.scorecard.PublishedStore;
import org.goldenthread.app.scorecard.Scorecards;
import org.goldenthread.app.scorecard.Words;
import org.goldenthread.core.disclosure.NotProvedException;
import org.goldenthread.core.figures.Part;
import org.goldenthread.measures.scorecard.Indicator;
import org.goldenthread.measures.scorecard.PartOneAudit;
import org.goldenthread.measures.scorecard.Scorecard;
import org.goldenthread.publication.Commentaries;
import org.goldenthread.publication.ScorecardRenderer;
import org.goldenthread.returns.Progress;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Issues reports and finds those that were. */
@Service
public class Reports {

    /** Names the database's lock that is held while a report is issued; any number that nothing else here uses. */
    private static final long ISSUING = 4_801_001;

    private final JdbcClient jdbc;
    private final Scorecards scorecards;
    private final CommentaryBook book;
    private final PublishedStore published;
    private final IssuedPartOnes issued;
    private final Viewers viewers;
    private final AuditLog audit;
    private final InstantSource clock;

    /** @param content bytes of the file as it was issued */
    record Content(String fileName, String mediaType, byte[] content) {}

    Reports(
            JdbcClient jdbc,
            Scorecards scorecards,
            CommentaryBook book,
            PublishedStore published,
            IssuedPartOnes issued,
            Viewers viewers,
            AuditLog audit,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.scorecards = scorecards;
        this.book = book;
        this.published = published;
        this.issued = issued;
        this.viewers = viewers;
        this.audit = audit;
        this.clock = clock;
    }

    /** The indicators below expectation that nobody has written about yet. */
    List<Indicator> listMissingCommentaries(YearMonth month) {
        return scorecards
                .findScorecard(month, Part.PART_2)
                .map(scorecard -> book.commentaries(month.atEndOfMonth()).listMissing(scorecard))
                .orElse(List.of());
    }

    /** The number of the last report issued for {@code month}; nought where there is none. */
    long latest(YearMonth month) {
        return jdbc.sql("select coalesce(max(id), 0) from issued_report where as_at = :asAt")
                .param("asAt", month.atEndOfMonth())
                .query(Long.class)
                .single();
    }

    /**
     * Issues both parts in every format and keeps every value as published. Part 1 is proved once more, against all that was issued before.
     * Nothing is issued unless all of it is.
     *
     * @param seen the last report of this month that whoever asked knew of, as {@link #latest} gives it
     * @return the report's id
     * @throws NotProvedException if Part 1, with what was issued before, would tell a small number
     * @throws NotIssuedException if the month was issued since by somebody else, or an indicator below expectation has no commentary
     */
    @Transactional
    public long issue(YearMonth month, long seen, Progress progress) {
        Viewer viewer = viewers.require(Right.ISSUE_REPORT);
        // One issue at a time, whichever process it is in: each must be proved against those before it.
        jdbc.sql("select count(*) from pg_advisory_xact_lock(:lock)")
                .param("lock", ISSUING)
                .query(Long.class)
                .single();
        if (latest(month) > seen) {
            throw new NotIssuedException("The report for " + Words.month(month)
                    + " was issued by somebody else since you opened the form. It is among the issued reports.");
        }
        List<String> formats = ScorecardRenderer.listFormats();
        long steps = 2L * formats.size() + 1;
        progress.step("Proving that Part 1 tells no small number", 1, steps);
        Scorecards.Both both = scorecards.findBoth(month).orElseThrow();
        Scorecard open = both.open();
        Scorecard exempt = both.exempt();
        Commentaries commentaries = book.commentaries(month.atEndOfMonth());
        if (!commentaries.listMissing(exempt).isEmpty()) {
            throw new NotIssuedException(
                    "An indicator is below expectation and has no commentary, which it had or did not"
                            + " want when you opened the form. Open the form again: it says which.");
        }
        PartOneAudit.requireProved(
                open, exempt, scorecards.catalogue(), both.disclosure().rules(), issued.listScorecards());
        audit.add(
                viewer.account(),
                viewer.role().label(),
                Action.REPORT_ISSUED,
                exempt.title(),
                "as at " + exempt.asAt());
        long report = jdbc.sql("""
                        insert into issued_report
                            (as_at, title, snapshot, index_version, disclosure_version, issued_at, issued_by, post)
                        values (:asAt, :title, :snapshot, :index, :disclosure, :at, :by, :post) returning id
                        """)
                .param("asAt", exempt.asAt())
                .param("title", exempt.title())
                .param("snapshot", exempt.snapshot())
                .param("index", numberOf(both.index().id()))
                .param("disclosure", numberOf(both.disclosure().id()))
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("by", viewer.account())
                .param("post", viewer.post())
                .query(Long.class)
                .single();
        long step = 2;
        for (String format : formats) {
            ScorecardRenderer renderer =
                    ScorecardRenderer.of(format, both.index().layout());
            for (Scorecard part : List.of(open, exempt)) {
                progress.step("Making " + part.part().label() + ", " + IssuedReport.formatName(format), step++, steps);
                keep(report, part, commentaries, renderer);
            }
        }
        published.keep(report, exempt);
        issued.keep(report, open);
        return report;
    }

    /** Latest first, each with the documents that the viewer may have. */
    public List<IssuedReport> listReports() {
        return jdbc.sql("select id, as_at, title, snapshot, issued_at, post from issued_report order by id desc")
                .query((row, number) -> new IssuedReport(
                        row.getLong("id"),
                        row.getDate("as_at").toLocalDate(),
                        row.getString("title"),
                        row.getString("snapshot"),
                        row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                        row.getString("post"),
                        listDocuments(row.getLong("id"))))
                .list();
    }

    Optional<Content> findDocument(long report, int part, String format) {
        Viewer viewer = viewers.require(part == 1 ? Right.SEE_PART_1 : Right.SEE_PART_2);
        Optional<Content> content = jdbc.sql("""
                        select file_name, media_type, content from issued_document
                        where report = ? and part = ? and format = ?
                        """)
                .params(List.of(report, part, format))
                .query((row, number) ->
                        new Content(row.getString("file_name"), row.getString("media_type"), row.getBytes("content")))
                .optional();
        content.ifPresent(found -> audit.add(
                viewer.account(),
                viewer.role().label(),
                Action.DOCUMENT_DOWNLOADED,
                found.fileName(),
                "report " + report));
        return content;
    }

    // What comes with the product has no row in the database.
    private static @Nullable Long numberOf(long saved) {
        return saved == 0 ? null : saved;
    }

    private List<IssuedReport.Document> listDocuments(long report) {
        return jdbc.sql("""
                        select part, format, file_name, length(content) as size from issued_document
                        where report = ? order by part, format
                        """)
                .param(report)
                .query((row, number) -> new IssuedReport.Document(
                        row.getInt("part"), row.getString("format"), row.getString("file_name"), row.getLong("size")))
                .list();
    }

    private void keep(long report, Scorecard scorecard, Commentaries commentaries, ScorecardRenderer renderer) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try {
            renderer.render(scorecard, commentaries, content);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        jdbc.sql("""
                        insert into issued_document (report, part, format, file_name, media_type, content)
                        values (:report, :part, :format, :name, :type, :content)
                        """)
                .param("report", report)
                .param("part", scorecard.part().number())
                .param("format", renderer.format())
                .param("name", renderer.fileName(scorecard))
                .param("type", renderer.mediaType())
                .param("content", content.toByteArray())
                .update();
    }
}
