package org.goldenthread.app.records;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.goldenthread.app.access.Right;
import org.goldenthread.core.pathways.Pathway;
import org.goldenthread.core.pathways.Pathways;
import org.jspecify.annotations.Nullable;

/** One kind of record, as its Java record declares it. */
public final class RecordType<C extends Content> {

    private final Class<C> content;
    private final Kind kind;
    private final List<Field> fields;
    private final Constructor<C> constructor;

    RecordType(Class<C> content) {
        this.content = content;
        Kind found = content.getAnnotation(Kind.class);
        if (found == null || !content.isRecord()) {
            throw new IllegalStateException(content.getName() + " must be a Java record with @Kind.");
        }
        this.kind = found;
        RecordComponent[] components = content.getRecordComponents();
        this.fields = Arrays.stream(components).map(Field::new).toList();
        try {
            this.constructor = content.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public Class<C> content() {
        return content;
    }

    public String id() {
        return kind.id();
    }

    public String title() {
        return kind.title();
    }

    public String plural() {
        return kind.plural();
    }

    /** The kinds of record that it may be begun from. */
    public List<String> follows() {
        return List.of(kind.follows());
    }

    /** Whether it may belong to a record of whatever kind, or to the person alone. */
    public boolean followsAny() {
        return kind.followsAny();
    }

    public List<String> events() {
        return List.of(kind.events());
    }

    public Right right() {
        return Right.valueOf(kind.right());
    }

    public boolean together() {
        return kind.together();
    }

    /** Whether one may be begun by itself, though it may come of another record. */
    public boolean standsAlone() {
        return follows().isEmpty() || kind.aloneToo();
    }

    /** Whether one is begun from the person's page by itself. */
    public boolean isOffered() {
        return kind.offered() && standsAlone();
    }

    /** Whether it is of the social care file, which takes a right of its own to see. */
    public boolean isOfSocialCare() {
        return kind.socialCare();
    }

    /** Whether one is outside the social care file where it belongs to what early help recorded. */
    boolean isOpenWithItsRecord() {
        return kind.openWithItsRecord();
    }

    /** Whether it is recorded on a file alone that is restricted for its sake, by whoever is named there. */
    public boolean isRestricted() {
        return !restricted().isEmpty();
    }

    /** The kind of restriction under which alone it is written and seen; empty for none. */
    String restricted() {
        return kind.restricted();
    }

    /** Whether it is written on pages of its own, and so not through the common form. */
    public boolean hasOwnPages() {
        return kind.ownPages();
    }

    public String table() {
        return kind.id().replace('-', '_');
    }

    public List<Field> fields() {
        return fields;
    }

    public Optional<Field> findField(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    public Optional<Pathway> pathway() {
        return Pathways.standard().findPathway(kind.id());
    }

    /** A record whose every answer is what {@code answers} gives for its field. */
    C make(Function<Field, @Nullable Object> answers) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Field field : fields) {
            values.add(answers.apply(field));
        }
        try {
            return constructor.newInstance(values.toArray());
        } catch (InvocationTargetException | InstantiationException | IllegalAccessException problem) {
            throw new IllegalStateException(title() + " cannot be made of " + fields.size() + " answers.", problem);
        }
    }

    /** A record without an answer. */
    C empty() {
        return make(Field::empty);
    }

    C cast(Content any) {
        return content.cast(any);
    }
}
