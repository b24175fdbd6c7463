package org.pykiln.ui;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;
import org.pykiln.ui.common.PlatformScheduler;
import org.pykiln.ui.common.Themes;

/// The walls inside the window.
class UiArchitectureTest {
    private static final List<String> SECTIONS =
            List.of(
                    "bench",
                    "build",
                    "compare",
                    "configure",
                    "engines",
                    "presets",
                    "preview",
                    "settings",
                    "shell");
    private static final JavaClasses ALL =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.pykiln.ui", "org.pykiln.job");

    @Test
    void viewModelsKnowNoToolkit() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "javafx.scene..",
                        "javafx.fxml..",
                        "javafx.stage..",
                        "javafx.application..",
                        "javafx.animation..")
                .check(ALL);
    }

    @Test
    void onlyTheSchedulerPostsToTheWindowsThread() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(PlatformScheduler.class, Themes.class)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Platform.class)
                .check(ALL);
    }

    @Test
    void nobodyMakesThreads() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(Uncaught.class)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Thread.class)
                .check(ALL);
    }

    @Test
    void aSectionKnowsNoOther() {
        for (String one : SECTIONS) {
            String[] others =
                    SECTIONS.stream()
                            .filter(other -> !other.equals(one))
                            .map(other -> "org.pykiln.ui." + other)
                            .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage("org.pykiln.ui." + one)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .check(ALL);
        }
    }
}
