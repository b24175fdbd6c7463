package org.pykiln.ui.preview;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.pykiln.dockerfile.Dialect;
import org.pykiln.preset.Preset;
import org.pykiln.recipe.Finding;
import org.pykiln.recipe.Recipe;
import org.pykiln.recipe.knob.ArchitectureKnob;
import org.pykiln.ui.common.Background;
import org.pykiln.ui.common.Dialogs;
import org.pykiln.ui.common.DockerfileServices;
import org.pykiln.ui.common.DockerfileServices.Export;
import org.pykiln.ui.common.JobsViewModel;
import org.pykiln.ui.common.NavigationViewModel;
import org.pykiln.ui.common.PresetServices.NamedRecipe;
import org.pykiln.ui.common.RecipeViewModel;
import org.pykiln.ui.common.Texts;

/// Taking the Dockerfile away with all that it copies, and the command that builds it elsewhere.
public final class ExportViewModel {
    private static final String ZIP = ".zip";

    private final DockerfileServices services;
    private final Background background;
    private final Dialogs dialogs;
    private final JobsViewModel jobs;
    private final RecipeViewModel recipes;
    private final NavigationViewModel navigation;
    private final ReadOnlyObjectProperty<Dialect> dialect;
    private final List<BakeArchitecture> architectures =
            ArchitectureKnob.ARCHITECTURE.domain().suggestions().stream()
                    .map(BakeArchitecture::new)
                    .toList();
    private Optional<Exported> last = Optional.empty();

    /// Where a Dockerfile was exported to last.
    private record Exported(Recipe recipe, Dialect dialect, Path folder) {}

    ExportViewModel(
            DockerfileServices services,
            Background background,
            Dialogs dialogs,
            JobsViewModel jobs,
            RecipeViewModel recipes,
            NavigationViewModel navigation,
            ReadOnlyObjectProperty<Dialect> dialect) {
        this.services = services;
        this.background = background;
        this.dialogs = dialogs;
        this.jobs = jobs;
        this.recipes = recipes;
        this.navigation = navigation;
        this.dialect = dialect;
    }

    public void folder() {
        NamedRecipe recipe = recipes.named();
        dialogs.chooseFolder("Export the Dockerfile of " + recipe.name(), Optional.empty())
                .ifPresent(folder -> askAndExport(order(recipe, List.of(), folder)));
    }

    /// The dialog has asked already whether a file may be replaced, unless the file is called
    /// otherwise in the end.
    public void zip() {
        NamedRecipe recipe = recipes.named();
        String title = "Export the Dockerfile of " + recipe.name();
        dialogs.saveFile(title, Dialogs.Kind.EXPORT, Preset.nameLike(recipe.name()) + ZIP)
                .ifPresent(file -> {
                    if (file.toString().endsWith(ZIP)) {
                        export(order(recipe, List.of(), file));
                    } else {
                        askAndExport(
                                order(
                                        recipe,
                                        List.of(),
                                        file.resolveSibling(file.getFileName() + ZIP)));
                    }
                });
    }

    /// For those of the [#architectures] that are meant.
    public void bake() {
        NamedRecipe recipe = recipes.named();
        List<String> meant =
                architectures().stream()
                        .filter(BakeArchitecture::isMeant)
                        .map(BakeArchitecture::name)
                        .toList();
        dialogs.chooseFolder(
                        "Export a bake file of %s for %s"
                                .formatted(recipe.name(), String.join(", ", meant)),
                        Optional.empty())
                .ifPresent(folder -> askAndExport(order(recipe, meant, folder)));
    }

    /// All there are, with what stands in the way of each now.
    public List<BakeArchitecture> architectures() {
        String own = recipes.get().get(ArchitectureKnob.ARCHITECTURE);
        architectures.forEach(one -> one.refresh(one.name().equals(own), obstacle(one.name())));
        return architectures;
    }

    /// Names the folder of the last export where that is what the command builds.
    public void copyCommand() {
        Optional<Path> folder =
                last.filter(one ->
                                one.recipe().equals(recipes.get())
                                        && one.dialect() == dialect.get())
                        .map(Exported::folder);
        dialogs.copy(services.dockerCommand(recipes.get(), dialect.get(), folder));
        navigation.tell(
                folder.map(one -> "Docker command copied: it builds " + one)
                        .orElse("Docker command copied: run it in the folder of an export"));
    }

    private String obstacle(String architecture) {
        return recipes.obstacles().of(ArchitectureKnob.ARCHITECTURE, architecture).stream()
                .map(Finding::summary)
                .collect(Collectors.joining(" "));
    }

    private Export order(NamedRecipe recipe, List<String> meant, Path target) {
        return new Export(recipe, dialect.get(), meant, target);
    }

    private void askAndExport(Export export) {
        background.run(
                () -> services.replaced(export),
                replaced -> {
                    if (replaced.isEmpty() || mayReplace(replaced)) {
                        export(export);
                    }
                },
                navigation::report);
    }

    private boolean mayReplace(List<Path> files) {
        return dialogs.confirm(
                "Replace %s?".formatted(Texts.count(files.size(), "file")),
                files.stream().map(Path::toString).collect(Collectors.joining("\n")),
                "Replace");
    }

    /// At once where everything is on this machine, and else as a job.
    private void export(Export export) {
        background.run(
                () -> services.needsDownload(export),
                needed -> {
                    if (needed) {
                        jobs.submit(
                                "Export " + export.recipe().name(),
                                context -> {
                                    services.download(export, context);
                                    return services.export(export);
                                },
                                files -> exported(export, files),
                                navigation::report);
                    } else {
                        background.run(
                                () -> services.export(export),
                                files -> exported(export, files),
                                navigation::report);
                    }
                },
                navigation::report);
    }

    private void exported(Export export, List<Path> files) {
        if (!export.isBake() && !export.target().toString().endsWith(ZIP)) {
            last =
                    Optional.of(
                            new Exported(
                                    export.recipe().recipe(), export.dialect(), export.target()));
        }
        navigation.tell(
                "Exported %s to %s".formatted(Texts.count(files.size(), "file"), export.target()));
    }
}
