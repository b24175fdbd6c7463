package org.pykiln.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.diff.SideBySide.Kind;
import org.pykiln.dockerfile.Dialect;
import org.pykiln.dockerfile.Renderer;
import org.pykiln.image.ImageBuilder;
import org.pykiln.recipe.Catalogue;
import org.pykiln.recipe.Recipe;
import org.pykiln.testing.RecipeGenerator;
import org.pykiln.ui.common.Dialogs;
import org.pykiln.ui.common.DockerfileServices.Export;
import org.pykiln.ui.preview.Against;
import org.pykiln.ui.preview.BakeArchitecture;
import org.pykiln.ui.preview.DiffRow;
import org.pykiln.ui.preview.DiffViewModel;
import org.pykiln.ui.preview.ExportViewModel;
import org.pykiln.ui.preview.PreviewLine;
import org.pykiln.ui.preview.PreviewViewModel;
import org.pykiln.ui.testing.FakeDialogs;
import org.pykiln.ui.testing.FakeServices;
import org.pykiln.ui.testing.ManualScheduler;

/// What a person does with the Dockerfile, without a window.
class DockerfilePaneTest {
    @TempDir Path folder;
    private final ManualScheduler fx = new ManualScheduler();
    private final FakeDialogs dialogs = new FakeDialogs();
    private FakeServices services;
    private Studio studio;
    private PreviewViewModel preview;
    private DiffViewModel diff;
    private ExportViewModel export;

    @BeforeEach
    void open() {
        services = new FakeServices(folder);
        studio = new Studio(services.all(), dialogs, fx, Runnable::run, InstantSource.system());
        studio.start();
        fx.run();
        openPreset("debian-o2");
        preview = studio.preview;
        diff = preview.diff();
        export = preview.export();
    }

    @Test
    void theDialectIsThatOfWhatIsShownCopiedAndExported() {
        String portable = preview.text();
        preview.dialect().set(Dialect.BUILDKIT);
        String buildkit = Renderer.render(plan(), Dialect.BUILDKIT).text();

        assertThat(shown()).isEqualTo(buildkit.strip()).isNotEqualTo(portable.strip());
        preview.copy();
        assertThat(dialogs.clipboard).isEqualTo(buildkit);
        dialogs.file = Optional.of(folder);
        export.folder();
        fx.run();
        assertThat(services.exports).extracting(Export::dialect).containsExactly(Dialect.BUILDKIT);
    }

    @Test
    void whatOneDialectHasAloneIsMarked() {
        assertThat(preview.lines()).noneMatch(PreviewLine::special);
        preview.dialect().set(Dialect.BUILDKIT);

        assertThat(preview.lines())
                .filteredOn(PreviewLine::special)
                .extracting(PreviewLine::text)
                .anyMatch(text -> text.contains("--mount=type=cache"));
        assertThat(preview.lines())
                .filteredOn(line -> line.text().contains("--mount=type=cache"))
                .allMatch(PreviewLine::special)
                .anyMatch(line -> line.tag().endsWith("BuildKit"));
        assertThat(preview.lines())
                .filteredOn(line -> line.text().startsWith("FROM "))
                .noneMatch(PreviewLine::special);
        assertThat(preview.summary().get()).contains("for BuildKit alone");
    }

    @Test
    void theDiffIsAgainstTheReferenceUntilAnotherPresetIsPicked() {
        knob("lto", "full");
        diff.toggle();
        assertThat(diff.against().get().label()).isEqualTo("debian-o2");
        assertThat(text(DiffRow::right)).isEqualTo(shown());
        assertThat(text(DiffRow::left)).isEqualTo(textOf("debian-o2"));

        diff.against().set(choice("debian-o3"));
        assertThat(text(DiffRow::left)).isEqualTo(textOf("debian-o3"));
        knob("pgo", "on");
        assertThat(diff.against().get().label()).isEqualTo("debian-o3");
        assertThat(text(DiffRow::right)).isEqualTo(shown());

        dialogs.unsaved = Dialogs.Unsaved.DISCARD;
        openPreset("debian-o3");
        assertThat(diff.against().get().label()).isEqualTo("debian-o3");
        assertThat(diff.tally().get()).isEqualTo("no difference");
        diff.toggle();
        assertThat(diff.rows()).isEmpty();
    }

    @Test
    void presetsAreOfferedOnceAndTheOtherDialectToo() {
        assertThat(diff.choices())
                .extracting(Against::label)
                .contains("debian-o3", "gcc-fastest")
                .endsWith("itself in the other dialect")
                .doesNotHaveDuplicates();
        assertThat(diff.choices()).hasSize(studio.presets.presets().size() + 1);

        diff.against().set(diff.choices().getLast());
        diff.toggle();
        assertThat(text(DiffRow::left))
                .isEqualTo(Renderer.render(plan(), Dialect.BUILDKIT).text().strip());
        preview.dialect().set(Dialect.BUILDKIT);
        assertThat(text(DiffRow::left))
                .isEqualTo(Renderer.render(plan(), Dialect.PORTABLE).text().strip());
    }

    @Test
    void goesFromDifferenceToDifferenceAndRound() {
        diff.against().set(choice("gcc-fastest"));
        diff.toggle();
        int all = Integer.parseInt(diff.tally().get().split(" ")[0]);
        assertThat(all).isGreaterThan(2);
        diff.next();
        int first = diff.row().get();
        assertThat(diff.tally().get()).isEqualTo("1 of %d differences".formatted(all));
        assertThat(diff.rows().get(first).kind()).isNotEqualTo(Kind.SAME);
        diff.previous();
        assertThat(diff.tally().get()).isEqualTo("%d of %d differences".formatted(all, all));
        diff.next();
        assertThat(diff.row().get()).isEqualTo(first);
    }

    /// Of any two recipes: both sides are the two texts, whatever marks they carry.
    @Test
    void theSidesAreTheTexts() {
        diff.toggle();
        List<Recipe> recipes = RecipeGenerator.recipes(3, 30).toList();
        Random random = new Random(3);
        for (Recipe recipe : recipes) {
            Recipe other = recipes.get(random.nextInt(recipes.size()));
            studio.recipes.reference().set(studio.recipes.reference().get().withRecipe(other));
            studio.recipes.turnAll(recipe);
            assertThat(text(DiffRow::left))
                    .isEqualTo(Renderer.render(Catalogue.plan(other)).text().strip());
            assertThat(text(DiffRow::right)).isEqualTo(shown());
        }
    }

    @Test
    void findLooksInWhatIsShown() {
        preview.find().ask();
        preview.find().query().set("--with-lto");
        assertThat(preview.find().tally().get()).isEqualTo("nothing found");
        knob("lto", "full");
        assertThat(preview.find().tally().get()).isEqualTo("1 of 1");
        assertThat(preview.lines().get(preview.find().line().get()).text())
                .contains("--with-lto=full");

        diff.toggle();
        int row = preview.find().line().get();
        assertThat(diff.rows().get(row).text()).contains("--with-lto=full");
        diff.toggle();
        assertThat(preview.lines().get(preview.find().line().get()).text())
                .contains("--with-lto=full");
    }

    @Test
    void filesAreReplacedOnlyWhenThatIsWanted() {
        dialogs.file = Optional.of(folder);
        services.inTheWay = List.of(folder.resolve("Dockerfile"));
        export.folder();
        fx.run();
        assertThat(dialogs.asked).contains("Replace 1 file?");
        assertThat(services.exports).isEmpty();

        dialogs.confirms = true;
        export.folder();
        fx.run();
        assertThat(services.exports).hasSize(1);
        assertThat(studio.navigation.notice().get()).startsWith("Exported 2 files to ");
    }

    @Test
    void aZipFileGetsItsEndingAndIsAskedForOnce() {
        services.inTheWay = List.of(folder.resolve("mine.zip"));
        dialogs.file = Optional.of(folder.resolve("mine.zip"));
        export.zip();
        fx.run();
        assertThat(dialogs.asked)
                .containsExactly("Export the Dockerfile of debian-o2 debian-o2.zip");
        assertThat(services.exports)
                .extracting(Export::target)
                .containsExactly(folder.resolve("mine.zip"));

        dialogs.file = Optional.of(folder.resolve("mine"));
        export.zip();
        fx.run();
        assertThat(dialogs.asked).endsWith("Replace 1 file?");
        assertThat(services.exports).hasSize(1);
        dialogs.confirms = true;
        export.zip();
        fx.run();
        assertThat(services.exports.getLast().target()).isEqualTo(folder.resolve("mine.zip"));
    }

    @Test
    void aBakeFileIsForTheRecipesArchitectureAndThoseThatAreTicked() {
        dialogs.file = Optional.of(folder);
        export.bake();
        fx.run();
        assertThat(services.exports.getLast().architectures()).containsExactly("amd64");

        architecture("arm64").picked().set(true);
        export.bake();
        fx.run();
        assertThat(services.exports.getLast().architectures()).containsExactly("amd64", "arm64");
        assertThat(dialogs.asked).endsWith("Export a bake file of debian-o2 for amd64, arm64");

        architecture("arm/v6").picked().set(true);
        assertThat(architecture("arm/v6").obstacle().get()).isNotEmpty();
        export.bake();
        fx.run();
        assertThat(services.exports.getLast().architectures()).containsExactly("amd64", "arm64");
    }

    @Test
    void theCommandBuildsWhatWasExported() {
        String image = ImageBuilder.reference(studio.recipes.get());
        export.copyCommand();
        assertThat(dialogs.clipboard)
                .isEqualTo("docker build --platform linux/amd64 --tag " + image + " .");
        Path target = folder.resolve("it's mine");
        dialogs.file = Optional.of(target);
        export.folder();
        fx.run();
        export.copyCommand();
        assertThat(dialogs.clipboard)
                .endsWith(" '" + target.toString().replace("'", "'\\''") + "'");
        assertThat(studio.navigation.notice().get()).endsWith("it builds " + target);

        preview.dialect().set(Dialect.BUILDKIT);
        export.copyCommand();
        assertThat(dialogs.clipboard).startsWith("DOCKER_BUILDKIT=1 docker build ").endsWith(" .");
        knob("architecture", "arm64");
        export.copyCommand();
        assertThat(dialogs.clipboard).contains("--platform linux/arm64");
    }

    private org.pykiln.plan.BuildPlan plan() {
        return Catalogue.plan(studio.recipes.get());
    }

    private BakeArchitecture architecture(String name) {
        return export.architectures().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Against choice(String name) {
        return diff.choices().stream()
                .filter(one -> one.label().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private String shown() {
        return String.join("\n", preview.lines().stream().map(PreviewLine::text).toList());
    }

    private String text(Function<DiffRow, DiffRow.Side> side) {
        return String.join(
                "\n",
                diff.rows().stream()
                        .map(side)
                        .filter(DiffRow.Side::isThere)
                        .map(DiffRow.Side::text)
                        .toList());
    }

    private String textOf(String preset) {
        return studio.presets.presets().stream()
                .filter(one -> one.name().equals(preset))
                .map(one -> Renderer.render(Catalogue.plan(one.recipe())).text().strip())
                .findFirst()
                .orElseThrow();
    }

    private void openPreset(String name) {
        studio.presets.presets().stream()
                .filter(preset -> preset.name().equals(name))
                .forEach(studio.presets::open);
        fx.run();
    }

    private void knob(String id, String value) {
        studio.configure.knobs().stream()
                .filter(knob -> knob.id().equals(id))
                .forEach(knob -> knob.choose(value));
    }
}
