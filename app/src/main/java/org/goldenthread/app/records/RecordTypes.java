package org.goldenthread.app.records;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.goldenthread.app.GoldenThreadApplication;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Component;

/** Every kind of record that the service areas declare. */
@Component
public class RecordTypes {

    private final Map<String, RecordType<?>> types = new LinkedHashMap<>();

    RecordTypes() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Kind.class));
        scanner.findCandidateComponents(GoldenThreadApplication.class.getPackageName()).stream()
                .map(BeanDefinition::getBeanClassName)
                .map(RecordTypes::type)
                .sorted(Comparator.comparing(RecordType::id))
                .forEach(type -> {
                    if (types.put(type.id(), type) != null) {
                        throw new IllegalStateException("Two kinds of record are called \"" + type.id() + "\".");
                    }
                });
    }

    public List<RecordType<?>> listTypes() {
        return List.copyOf(types.values());
    }

    public Optional<RecordType<?>> findType(String id) {
        return Optional.ofNullable(types.get(id));
    }

    public RecordType<?> getType(String id) {
        return findType(id)
                .orElseThrow(() -> new IllegalArgumentException(
                        "No kind of record is called \"" + id + "\". The kinds are: " + types.keySet() + "."));
    }

    public <C extends Content> RecordType<C> getType(Class<C> content) {
        for (RecordType<?> type : types.values()) {
            if (type.content() == content) {
                @SuppressWarnings("unchecked") // The type was made of this very class.
                RecordType<C> found = (RecordType<C>) type;
                return found;
            }
        }
        throw new IllegalArgumentException(content.getName() + " is no kind of record.");
    }

    private static RecordType<?> type(String className) {
        try {
            return new RecordType<>(Class.forName(className).asSubclass(Content.class));
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
