package org.goldenthread.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {

    @Test
    void serviceAreasUseOneAnotherByTheirPublicFacesAndInNoCircle() {
        // Compiled templates read what every area shows; nothing reads them but the maker of pages, by name.
        ApplicationModules.of(GoldenThreadApplication.class, resideInAPackage("org.goldenthread.app.pages.."))
                .verify();
    }
}
