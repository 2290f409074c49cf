package dev.sanad;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The shape of the project: packages are read in pipeline order, and each library stays where it belongs. */
class ArchitectureTest {
    /** Each may use only those before it; {@code sandbox} stands apart. */
    private static final List<String> ORDER = List.of(
            "language",
            "corpus",
            "passage",
            "models",
            "index",
            "retrieval",
            "answer",
            "brief",
            "evaluation",
            "conversation",
            "telegram",
            "cli");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.sanad");

    @TestFactory
    Stream<DynamicTest> aPackageUsesOnlyThoseBeforeIt() {
        return ORDER.stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    List<String> later = new ArrayList<>(ORDER.subList(ORDER.indexOf(name) + 1, ORDER.size()));
                    if (!name.equals("cli")) {
                        later.add("sandbox");
                    }
                    if (!later.isEmpty()) {
                        check(noClasses()
                                .that()
                                .resideInAPackage(in(name))
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(
                                        later.stream().map(ArchitectureTest::in).toArray(String[]::new))
                                .because("the way of the data is read in one direction"));
                    }
                }));
    }

    @Test
    void theSandboxKnowsNothingOfTheBot() {
        check(noClasses()
                .that()
                .resideInAPackage(in("sandbox"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ORDER.stream().map(ArchitectureTest::in).toArray(String[]::new))
                .because("a server that shares code with its client agrees with the client's mistakes"));
    }

    @Test
    void everyPackageStandsInTheOrder() {
        check(noClasses()
                .should()
                .resideOutsideOfPackages(Stream.concat(ORDER.stream(), Stream.of("sandbox"))
                        .map(ArchitectureTest::in)
                        .toArray(String[]::new))
                .because("a package outside the order would escape these rules"));
    }

    @Test
    void noPackagesUseEachOtherInACircle() {
        check(slices().matching("dev.sanad.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a part that needs itself cannot be understood alone"));
    }

    @Test
    void luceneStaysInIndexAndRetrieval() {
        stays("the index may move to another engine", List.of("index", "retrieval"), "org.apache.lucene..");
    }

    @Test
    void modelsStayWhereTheyAreAsked() {
        stays(
                "corpus, passages and rendering must work without a model",
                List.of("index", "retrieval", "answer", "brief", "conversation", "cli"),
                "dev.langchain4j..");
    }

    @Test
    void theTelegramLibraryStaysInTelegram() {
        stays("answers are the same in the terminal", List.of("telegram", "cli"), "org.telegram..");
    }

    @Test
    void theCommandLineLibrariesStayInCli() {
        stays(
                "the other packages are a library for any application",
                List.of("cli"),
                "picocli..",
                "io.smallrye..",
                "me.tongfei..",
                "ch.qos.logback..");
    }

    @Test
    void theEnvironmentAndStandardStreamsStayInCli() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(in("cli"))
                .should()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .accessField(System.class, "in")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace", PrintStream.class)
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .because("only the wiring knows the process; standard output carries nothing but the answer"));
    }

    private static void stays(String reason, List<String> homes, String... libraries) {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(
                        homes.stream().map(ArchitectureTest::in).toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries)
                .because(reason));
    }

    private static String in(String name) {
        return "dev.sanad." + name + "..";
    }

    /** Some packages hold only their description yet. */
    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(CLASSES);
    }
}
