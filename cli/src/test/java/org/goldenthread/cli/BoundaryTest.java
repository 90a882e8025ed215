package org.goldenthread.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;

/** The map of the house: which room may use which. Service areas inside the web application have a map of their own there. */
@AnalyzeClasses(
        packages = "org.goldenthread",
        importOptions = {ImportOption.DoNotIncludeTests.class, BoundaryTest.NoTestJars.class})
class BoundaryTest {

    /** Another room's tests come to this one as a jar, which is not told from the house itself by its folder. */
    static final class NoTestJars implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    @ArchTest
    static final ArchRule each_room_uses_only_the_rooms_below_it = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("core")
            .definedBy("org.goldenthread.core..")
            .layer("snapshot")
            .definedBy("org.goldenthread.snapshot..")
            .layer("returns")
            .definedBy("org.goldenthread.returns..")
            .layer("measures")
            .definedBy("org.goldenthread.measures..")
            .layer("publication")
            .definedBy("org.goldenthread.publication..")
            .layer("cli")
            .definedBy("org.goldenthread.cli..")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("publication")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("measures")
            .mayOnlyBeAccessedByLayers("publication", "cli")
            .whereLayer("returns")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("snapshot")
            .mayOnlyBeAccessedByLayers("returns", "measures", "cli");

    @ArchTest
    static final ArchRule the_rules_of_the_trade_need_only_the_jdk = classes()
            .that()
            .resideInAPackage("org.goldenthread.core..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("org.goldenthread.core..", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule no_package_goes_round_in_a_circle =
            slices().matching("org.goldenthread.(*.*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_catalogue_is_read_without_an_engine = noClasses()
            .that()
            .resideInAPackage("org.goldenthread.measures.catalogue..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.duckdb..", "java.sql..", "org.springframework..");

    @ArchTest
    static final ArchRule time_is_given_never_taken = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(java.time.ZonedDateTime.class, "now")
            .orShould()
            .callMethod(java.time.LocalDateTime.class, "now");
}
