package org.goldenthread.app.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goldenthread.app.RunningApplication;
import org.goldenthread.app.access.Role;
import org.goldenthread.app.database.AsSystem;
import org.goldenthread.core.clocks.ClockRule;
import org.goldenthread.core.clocks.ClockRules;
import org.goldenthread.core.pathways.Move;
import org.goldenthread.core.pathways.Pathway;
import org.goldenthread.core.pathways.Pathways;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** That the kinds of record, their tables, the pathways and the clocks fit one another. */
class RecordTypesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 2, 28);

    private static RunningApplication application;
    private static List<RecordType<?>> types;

    @BeforeAll
    static void start() {
        application = RunningApplication.empty(true);
        types = application.bean(RecordTypes.class).listTypes();
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void everyComponentHasItsColumnAndEveryColumnItsComponent() {
        JdbcClient jdbc = application.bean(JdbcClient.class);
        Map<RecordType<?>, Set<String>> columns = new HashMap<>();
        AsSystem.run(() -> types.forEach(type -> columns.put(
                type,
                new TreeSet<>(jdbc.sql("""
                                select attname from pg_attribute where attrelid = cast(:name as regclass) and attnum > 0 and not attisdropped
                                    and attgenerated = '' and attname not in (select attname from pg_attribute
                                        where attrelid = 'record_columns'::regclass and attnum > 0)
                                """)
                        .param("name", type.table())
                        .query((row, number) -> row.getString(1))
                        .list()))));
        for (RecordType<?> type : types) {
            Set<String> asked =
                    type.fields().stream().map(Field::column).collect(Collectors.toCollection(TreeSet::new));
            if (type.id().equals("person")) {
                asked.addAll(Set.of("local_number", "created_by"));
            }
            assertThat(columns.get(type)).as(type.id()).isEqualTo(asked);
        }
    }

    /** Which kinds are of the social care file is written twice, where the pages ask and where the database decides. */
    @Test
    void whatEarlyHelpSeesIsTheSameInTheDatabase() {
        JdbcClient jdbc = application.bean(JdbcClient.class);
        List<String> seen = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        AsSystem.run(() -> {
            seen.addAll(jdbc.sql("select kept from seen_by_early_help where states is null")
                    .query(String.class)
                    .list());
            kept.addAll(jdbc.sql("""
                            select c.relname from pg_policy p join pg_class c on c.oid = p.polrelid
                            where p.polname = c.relname || '_of_social_care' and not p.polpermissive
                            """).query(String.class).list());
        });
        for (RecordType<?> type : types) {
            assertThat(seen.contains(type.table())).as(type.id()).isEqualTo(!type.isOfSocialCare());
            assertThat(kept.contains(type.table())).as(type.id()).isEqualTo(type.isOfSocialCare());
            assertThat(kept.contains(type.table() + "_history")).as(type.id()).isEqualTo(type.isOfSocialCare());
        }
    }

    @Test
    void everyPathwayIsOfAKindOfRecordAndEveryDeciderIsARole() {
        Set<String> roles = Arrays.stream(Role.values()).map(Role::decider).collect(Collectors.toSet());
        for (Pathway pathway : Pathways.standard().listPathways()) {
            assertThat(types).extracting(RecordType::id).contains(pathway.id());
            for (Move move : pathway.listMoves()) {
                assertThat(roles).as(pathway.id() + " " + move.id()).containsAll(move.deciders());
                assertThat(move.begins().isEmpty()
                                || types.stream()
                                        .anyMatch(type -> type.id().equals(move.begins())
                                                && type.follows().contains(pathway.id())))
                        .as(pathway.id() + " " + move.id() + " begins " + move.begins())
                        .isTrue();
            }
        }
    }

    /** A need is answered by an empty record as by any other, and an empty record lacks it. */
    @Test
    void everyNeedIsKnownToItsRecord() {
        for (RecordType<?> type : types) {
            type.pathway()
                    .ifPresent(pathway -> pathway.listMoves().stream()
                            .flatMap(move -> move.needs().stream())
                            .filter(need -> !need.equals(Deciding.SECOND_PERSON) && !need.startsWith(Deciding.HAS))
                            .filter(need -> !application.bean(Deciding.class).isFurther(need))
                            .forEach(need -> assertThat(leastOf(type).lacks(need))
                                    .as(type.id() + " needs " + need)
                                    .isPresent()));
        }
    }

    @Test
    void everyEventOfAClockIsMadeBySomethingAndNoRecordMakesAnUndeclaredOne() {
        Set<String> made = new HashSet<>();
        types.forEach(type -> made.addAll(type.events()));
        Pathways.standard()
                .listPathways()
                .forEach(pathway -> pathway.listMoves().forEach(move -> made.add(move.event())));
        for (ClockRule rule : ClockRules.standard().listRules()) {
            assertThat(made)
                    .as(rule.id())
                    .containsAll(rule.starts())
                    .containsAll(rule.alsoHears())
                    .containsAll(rule.stops())
                    .containsAll(rule.ends());
        }
        for (RecordType<?> type : types) {
            assertThat(leastOf(type).happenings())
                    .as(type.id())
                    .allSatisfy(happening -> assertThat(type.events()).contains(happening.event()));
        }
    }

    @Test
    void aQuestionThatIsAskedWithSomeAnswersNamesAQuestionAndItsAnswers() {
        for (RecordType<?> type : types) {
            for (Field field : type.fields()) {
                if (!field.onlyWith().isEmpty()) {
                    List<String> words = List.of(field.onlyWith().split(" "));
                    Field other = type.findField(words.getFirst()).orElseThrow();
                    Set<String> known = new HashSet<>();
                    for (int year = 2018; year <= 2026; year++) {
                        other.options(LocalDate.of(year, 3, 31)).forEach(option -> known.add(option.value()));
                    }
                    assertThat(known).as(type.id() + " " + field.name()).containsAll(words.subList(1, words.size()));
                }
            }
        }
    }

    @Test
    void whatAChildSaysInWhateverRecordIsTheChildsVoice() {
        for (RecordType<?> type : types) {
            for (Field field : type.fields()) {
                if (field.name().equals("ownWords") || field.name().equals("wishes")) {
                    assertThat(field.isVoice())
                            .as(type.id() + " " + field.name())
                            .isTrue();
                }
            }
        }
    }

    @Test
    void whatIsReadFromAFormIsWrittenBackTheSame() {
        for (RecordType<?> type : types) {
            Map<String, String> typed = new HashMap<>();
            for (Field field : type.fields()) {
                typed.put(field.name(), answer(field));
            }
            assertRoundTrip(type, typed);
        }
    }

    private static <C extends Content> void assertRoundTrip(RecordType<C> type, Map<String, String> typed) {
        C content = type.make(field -> FormReader.parse(field, typed.get(field.name()), TODAY, new ArrayList<>()));
        for (Field field : type.fields()) {
            assertThat(field.text(content)).as(type.id() + " " + field.name()).isEqualTo(typed.get(field.name()));
            assertThatCode(() -> field.words(content)).doesNotThrowAnyException();
        }
    }

    /** In the real tables: what is least and what is whole is kept, and comes back the same. */
    @Test
    void whatIsKeptComesBackTheSame() {
        RecordStore store = application.bean(RecordStore.class);
        for (RecordType<?> type : types) {
            for (boolean whole : List.of(false, true)) {
                assertKept(store, type, whole);
            }
        }
    }

    private static <C extends Content> void assertKept(RecordStore store, RecordType<C> type, boolean whole) {
        UUID id = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        boolean person = type.id().equals("person");
        C content = type.make(field -> {
            String answer = switch (field.name()) {
                case "team" -> "front-door";
                case "account" -> "front-door-worker";
                // One number is of one person.
                case "nhsNumber", "upn" -> "";
                // With twelve each for the two others, the whole.
                case "socialCare" -> "76";
                default -> field.form() == Field.Form.PERSON ? other.toString() : answer(field);
            };
            return (whole || field.isNeeded()) && !answer.isEmpty()
                    ? FormReader.parse(field, answer, TODAY, new ArrayList<>())
                    : field.name().equals("account") ? null : field.empty();
        });
        AsSystem.run(() -> {
            if (!person) {
                application
                        .bean(JdbcClient.class)
                        .sql(
                                "insert into person (id, person, version, known_from, known_by, known_by_post, family_name)"
                                        + " values (:id, :id, 1, acting_at(), '', '', 'Made-up'), (:other, :other, 1, acting_at(), '', '', 'Made-up')")
                        .param("id", id)
                        .param("other", other)
                        .update();
            }
            UUID record = person ? id : UUID.randomUUID();
            store.insert(type, record, id, null, null, "", "", "Made-up post", content);
            assertThat(store.find(type, record).orElseThrow().content())
                    .as(type.id() + (whole ? " whole" : " least"))
                    .isEqualTo(content);
        });
    }

    /** The least that may be saved: only what is needed, and dates of one day. */
    private static <C extends Content> C leastOf(RecordType<C> type) {
        return type.make(field ->
                field.isNeeded() ? FormReader.parse(field, answer(field), TODAY, new ArrayList<>()) : field.empty());
    }

    private static String answer(Field field) {
        return switch (field.form()) {
            case DATE -> "28/2/2026";
            case TIME -> "14:30";
            case YES_NO -> "yes";
            case NUMBER -> "12";
            case PERSON -> "00000000-0000-4000-8000-000000000000";
            case CHOICE -> field.options(TODAY).getFirst().value();
            case CHOICES ->
                field.options(TODAY).stream()
                        .limit(2)
                        .map(Field.Option::value)
                        .sorted()
                        .collect(Collectors.joining("\n"));
            case LINE, PROSE -> "Some words";
        };
    }
}
