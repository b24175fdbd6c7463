package org.pykiln.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pykiln.RealServices;
import org.pykiln.engine.Owner;
import org.pykiln.recipe.Catalogue;
import org.pykiln.ui.common.DraftServices;
import org.pykiln.ui.common.DraftServices.Draft;
import org.pykiln.ui.common.PresetServices;
import org.pykiln.ui.common.PresetServices.NamedRecipe;
import org.pykiln.ui.common.ProblemException;
import org.pykiln.ui.common.Section;
import org.pykiln.ui.common.Themes;
import org.pykiln.ui.testing.FakeDialogs;
import org.pykiln.ui.testing.FakeServices;
import org.pykiln.ui.testing.ManualScheduler;
import org.pykiln.ui.testing.Toolkit;

/// Pictures of the section Presets and of a draft that is offered, for eyes.
class PresetPicturesTest {
    private static final Path PICTURES = Path.of("target", "screenshots");

    @TempDir Path folder;
    private final ManualScheduler fx = new ManualScheduler();
    private final FakeDialogs dialogs = new FakeDialogs();

    @AfterAll
    static void light() {
        Toolkit.run(() -> new Themes().choice().set(Themes.Choice.LIGHT));
    }

    @ParameterizedTest
    @EnumSource(
            value = Themes.Choice.class,
            names = {"LIGHT", "DARK"})
    void takesPictures(Themes.Choice theme) throws ProblemException {
        Owner gone = new Owner(Owner.self().host(), ProcessHandle.current().pid(), 1);
        RealServices.drafts(folder.resolve("drafts"), gone).keep(draft());
        PresetServices presets = RealServices.presets(folder.resolve("presets"));
        NamedRecipe added = presets.add(named(presets, "gcc-fastest").unsaved("gcc-fastest-arm"));
        presets.describe(
                added,
                "gcc-fastest-arm",
                "The fastest that GCC gives, for the Graviton machines of the batch cluster.",
                List.of("cluster", "speed"));
        DraftServices drafts = RealServices.drafts(folder.resolve("drafts"));
        Toolkit.run(() -> takePictures(theme, new FakeServices(folder, presets, drafts)));
        assertThat(PICTURES.resolve("presets-" + theme.word() + ".png")).exists();
    }

    private void takePictures(Themes.Choice theme, FakeServices services) {
        Themes themes = new Themes();
        themes.choice().set(theme);
        Studio studio =
                new Studio(services.all(), dialogs, fx, Runnable::run, InstantSource.system());
        studio.start();
        fx.run();
        take(studio, themes, "draft", 1440, 900);
        take(studio, themes, "draft-small", 1100, 700);
        studio.shell.show(Section.PRESETS);
        fx.run();
        select(studio, "musl-fastest");
        take(studio, themes, "presets", 1440, 900);
        take(studio, themes, "presets-small", 1100, 700);
        select(studio, "official-alpine");
        take(studio, themes, "presets-rendered", 1440, 900);
        studio.presetPage.list().search().set("official");
        studio.presetPage.list().pick("glibc", true);
        take(studio, themes, "presets-found", 1440, 900);
        studio.presetPage.list().search().set("no such preset");
        take(studio, themes, "presets-nothing", 1440, 900);
        studio.presetPage.list().showAll();
        select(studio, "gcc-fastest-arm");
        studio.presetPage.comparison().choose(preset(studio, "gcc-fastest"));
        take(studio, themes, "presets-own", 1440, 900);
        studio.presetPage.edit().begin(preset(studio, "gcc-fastest-arm"));
        studio.presetPage.edit().tags().set("cluster Speed");
        take(studio, themes, "presets-edit", 1440, 900);
        take(studio, themes, "presets-edit-small", 1100, 700);
        studio.presetPage.edit().cancel();
        dialogs.confirms = true;
        studio.presetPage.own().delete(preset(studio, "gcc-fastest-arm"));
        fx.run();
        take(studio, themes, "presets-deleted", 1440, 900);
    }

    private void take(Studio studio, Themes themes, String name, int width, int height) {
        Scene scene = MainWindow.scene(studio, themes, width, height);
        Parent root = scene.getRoot();
        root.applyCss();
        root.layout();
        fx.run();
        root.layout();
        WritableImage image = scene.snapshot(null);
        Toolkit.write(
                image, PICTURES.resolve("%s-%s.png".formatted(name, themes.choice().get().word())));
    }

    private static Draft draft() throws ProblemException {
        NamedRecipe source = named(RealServices.presets(Path.of("none")), "debian-o2");
        return new Draft(
                source,
                source.name(),
                Catalogue.turn(Catalogue.turn(source.recipe(), "lto", "full"), "pgo", "on"));
    }

    private static NamedRecipe named(PresetServices presets, String name) throws ProblemException {
        return presets.presets().presets().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static NamedRecipe preset(Studio studio, String name) {
        return studio.presets.presets().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void select(Studio studio, String name) {
        studio.presetPage.list().select(preset(studio, name));
    }
}
