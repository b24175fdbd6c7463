package org.pykiln;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callConstructor;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The rules of the design that a compiler does not check.
class ArchitectureTest {
    /// A package knows only itself and those before it (docs/decisions/0001-package-order.md).
    private static final List<String> ORDER =
            List.of(
                    "workspace",
                    "diff",
                    "plan",
                    "recipe",
                    "dockerfile",
                    "preset",
                    "source",
                    "engine",
                    "image",
                    "wheels",
                    "pyperf",
                    "stats",
                    "bench",
                    "report",
                    "lab",
                    "storage",
                    "settings",
                    "job",
                    "cli",
                    "ui");

    /// Know nothing else of the project.
    private static final List<String> ALONE =
            List.of("workspace", "diff", "plan", "engine", "pyperf", "stats");

    private static final String ROOT = "org.pykiln";
    private static final Path SOURCES = Path.of("src", "main", "java", "org", "pykiln");

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages(ROOT);

    @Test
    void aPackageKnowsOnlyThoseBeforeIt() {
        classes()
                .that(areNotInTheRoot())
                .should(
                        know(
                                "packages before their own",
                                (from, to) -> ORDER.indexOf(to) <= ORDER.indexOf(from)))
                .check(CLASSES);
    }

    @Test
    void theOrderNamesEveryPackage() {
        assertThat(CLASSES.stream().map(ArchitectureTest::packageOf).distinct())
                .containsAll(ORDER)
                .allMatch(name -> name.isEmpty() || ORDER.contains(name));
    }

    @Test
    void somePackagesStandAlone() {
        classes()
                .that(are("in " + ALONE, c -> ALONE.contains(packageOf(c))))
                .should(know("their own package", String::equals))
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("org.pykiln.(*)..").should().beFreeOfCycles().check(CLASSES);
        slices().matching("org.pykiln.ui.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void dockerJavaIsBehindThePort() {
        onlyThese("org.pykiln.engine.docker..", "com.github.dockerjava..");
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT, "org.pykiln.engine.docker..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.pykiln.engine.docker..")
                .check(CLASSES);
    }

    @Test
    void oneRoomComparesTexts() {
        onlyThese("org.pykiln.diff..", "com.github.difflib..");
    }

    @Test
    void javaFxIsInTheWindowOnly() {
        String[] toolkits = {
            "javafx..",
            "jfx..",
            "com.sun.javafx..",
            "atlantafx..",
            "org.controlsfx..",
            "org.kordamp.."
        };
        noClasses()
                .that()
                .resideOutsideOfPackages("org.pykiln.ui..")
                .and(are("not what starts the window", c -> !startsTheWindow(c)))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(toolkits)
                .check(CLASSES);
    }

    private static boolean startsTheWindow(JavaClass type) {
        return type.getFullName().equals(ROOT + ".Launcher");
    }

    @Test
    void viewModelsKnowNoScene() {
        noClasses()
                .that(are("view models", c -> outermost(c).endsWith("ViewModel")))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(
                                "javafx.scene..",
                                "javafx.fxml..",
                                "javafx.stage..",
                                "jfx..",
                                "org.controlsfx..",
                                "org.kordamp..",
                                "atlantafx.."))
                .check(CLASSES);
    }

    /// Those that have a part in common have it in `common`; the shell puts all of them together.
    @Test
    void partsOfTheWindowDoNotKnowEachOther() {
        classes()
                .that(
                        are(
                                "parts of the window",
                                c -> !partOf(c).isEmpty() && !partOf(c).equals("shell")))
                .should(
                        depend(
                                "only on their own part and common",
                                (from, to) ->
                                        partOf(to).isEmpty()
                                                || partOf(to).equals(partOf(from))
                                                || partOf(to).equals("common")))
                .check(CLASSES);
    }

    /// `ui.<part>` of a class; empty outside of the window and in `ui` itself.
    private static String partOf(JavaClass type) {
        String prefix = ROOT + ".ui.";
        return type.getPackageName().startsWith(prefix)
                ? type.getPackageName().substring(prefix.length()).replaceAll("\\..*", "")
                : "";
    }

    /// JSON has classes of its own. pyperf's reader and writer are the two halves of `PerfJson`,
    /// and docker-java's adapter has to speak the engine's JSON where docker-java does not.
    @Test
    void jacksonIsInTheJsonClassesOnly() {
        List<String> halves = List.of("PerfReader", "PerfWriter");
        noClasses()
                .that(
                        are(
                                "neither JSON classes nor the adapter",
                                c ->
                                        !outermost(c).endsWith("Json")
                                                && !halves.contains(outermost(c))
                                                && !c.getPackageName()
                                                        .startsWith(ROOT + ".engine.docker")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml.jackson..")
                .check(CLASSES);
    }

    @Test
    void recipesAndStatisticsKnowNoLibraryButTheJdk() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "org.pykiln.recipe..",
                        "org.pykiln.plan..",
                        "org.pykiln.dockerfile..",
                        "org.pykiln.stats..",
                        "org.pykiln.workspace..")
                .should()
                .dependOnClassesThat(
                        DescribedPredicate.not(
                                resideInAnyPackage(
                                        "java..",
                                        "org.pykiln..",
                                        "org.jspecify..",
                                        "org.apache.commons.statistics..")))
                .check(CLASSES);
    }

    @Test
    void standardStreamsAreTouchedAtTheTopOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT)
                .should(
                        accessField(
                                "System.out or System.err",
                                (owner, name) ->
                                        owner.equals("java.lang.System")
                                                && (name.equals("out") || name.equals("err"))))
                .check(CLASSES);
    }

    @Test
    void thereIsOneWayToLogAndOneToolkit() {
        noClasses()
                .that(are("not what draws pictures", c -> !outermost(c).equals("Png")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.logging..", "java.awt..", "javax.swing..")
                .check(CLASSES);
    }

    /// Services are made in [Wiring] and handed on through constructors.
    @Test
    void nothingIsInjectedIntoFields() {
        noFields()
                .should()
                .beAnnotatedWith(
                        are(
                                "an injection",
                                annotation ->
                                        List.of("Inject", "Autowired", "Resource")
                                                .contains(annotation.getRawType().getSimpleName())))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void namesSayWhatAClassIs() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .check(CLASSES);
    }

    /// Threads are made where their life is known: none by constructor, and by builder in the few
    /// places that end them too.
    @Test
    void threadsAreMadeInKnownPlaces() {
        noClasses()
                .should(callConstructor(Thread.class, Runnable.class))
                .orShould(callConstructor(Thread.class, Runnable.class, String.class))
                .orShould(callConstructor(Thread.class, String.class))
                .check(CLASSES);
        List<String> makers = makersOfThreads();
        assertThat(makers).isSubsetOf(THREAD_MAKERS);
    }

    private static final List<String> THREAD_MAKERS =
            List.of(
                    "ArchitectureProbe",
                    "DockerDiscovery",
                    "Download",
                    "Interruption",
                    "LogKeeper",
                    "PyKilnApp",
                    "TarPipe");

    private static List<String> makersOfThreads() {
        return CLASSES.stream()
                .filter(c ->
                        c.getMethodCallsFromSelf().stream()
                                .anyMatch(call ->
                                        call.getTargetOwner()
                                                        .getFullName()
                                                        .startsWith("java.lang.Thread$Builder")
                                                || call.getTargetOwner()
                                                                .isEquivalentTo(Thread.class)
                                                        && List.of("startVirtualThread")
                                                                .contains(call.getName())
                                                || call.getTargetOwner()
                                                        .getFullName()
                                                        .equals("java.util.concurrent.Executors")))
                .map(ArchitectureTest::outermost)
                .distinct()
                .sorted()
                .toList();
    }

    /// A number with a fraction is written with a point, wherever the machine stands. pyperf prints
    /// one format that it forgot to fill in, and so do we.
    @Test
    void fractionsAreFormattedInNoLanguage() throws IOException {
        Pattern fraction = Pattern.compile("\"[^\"]*%[-+#0-9]*(\\.[0-9]+)?[feg][^\"]*\"");
        List<String> wrong = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                List<String> lines = Files.readAllLines(file);
                for (int i = 0; i < lines.size(); i++) {
                    String before = String.join("", lines.subList(Math.max(0, i - 2), i + 1));
                    if (fraction.matcher(lines.get(i)).find()
                            && !before.contains("Locale.ROOT")
                            && !before.contains("outer-loops (average)")) {
                        wrong.add(file.getFileName() + ":" + (i + 1) + " " + lines.get(i).strip());
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void filesStayShort() throws IOException {
        assertThat(linesOf(name -> true)).allSatisfy((name, lines) -> shorter(name, lines, 300));
        assertThat(linesOf(name -> name.endsWith("Controller.java")))
                .allSatisfy((name, lines) -> shorter(name, lines, 150));
    }

    private static void shorter(String name, long lines, int limit) {
        assertThat(lines).as(name).isLessThanOrEqualTo(limit);
    }

    private static Map<String, Long> linesOf(Predicate<String> names) throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            Map<String, Long> lines = new TreeMap<>();
            for (Path file : files.filter(f -> names.test(f.getFileName().toString())).toList()) {
                if (file.toString().endsWith(".java")) {
                    try (Stream<String> text = Files.lines(file)) {
                        lines.put(file.getFileName().toString(), text.count());
                    }
                }
            }
            return lines;
        }
    }

    private static void onlyThese(String packages, String library) {
        noClasses()
                .that()
                .resideOutsideOfPackage(packages)
                .should()
                .dependOnClassesThat(resideInAPackage(library))
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaClass> areNotInTheRoot() {
        return are("below the root package", c -> !packageOf(c).isEmpty());
    }

    private static <T> DescribedPredicate<T> are(String what, Predicate<T> predicate) {
        return DescribedPredicate.describe(what, predicate);
    }

    /// First part of a class's package below the root.
    private static String packageOf(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(ROOT + ".")
                ? name.substring(ROOT.length() + 1).replaceAll("\\..*", "")
                : "";
    }

    private static String outermost(JavaClass type) {
        String name = type.getFullName();
        return name.substring(name.lastIndexOf('.') + 1).replaceAll("\\$.*", "");
    }

    private interface Allowed<T> {
        boolean test(T from, T to);
    }

    private static ArchCondition<JavaClass> know(String what, Allowed<String> allowed) {
        return depend(
                "only on " + what,
                (from, to) ->
                        !to.getPackageName().startsWith(ROOT)
                                || !packageOf(to).isEmpty()
                                        && allowed.test(packageOf(from), packageOf(to)));
    }

    private static ArchCondition<JavaClass> depend(String what, Allowed<JavaClass> allowed) {
        return new ArchCondition<>("depend " + what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass().getBaseComponentType();
                    if (!allowed.test(type, target)) {
                        events.add(
                                SimpleConditionEvent.violated(type, dependency.getDescription()));
                    }
                }
            }
        };
    }

    private static ArchCondition<JavaClass> accessField(String what, Allowed<String> forbidden) {
        return new ArchCondition<>("access " + what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getFieldAccessesFromSelf().stream()
                        .filter(access ->
                                forbidden.test(
                                        access.getTargetOwner().getFullName(), access.getName()))
                        .forEach(access ->
                                events.add(
                                        SimpleConditionEvent.satisfied(
                                                type, access.getDescription())));
            }
        };
    }
}
