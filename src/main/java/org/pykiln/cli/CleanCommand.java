package org.pykiln.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.pykiln.bench.Kit;
import org.pykiln.bench.LayerStore;
import org.pykiln.engine.ContainerFacts;
import org.pykiln.engine.Engine;
import org.pykiln.engine.EngineException;
import org.pykiln.engine.ImageFacts;
import org.pykiln.engine.Labels;
import org.pykiln.engine.Sweep;
import org.pykiln.lab.Workshop;
import org.pykiln.recipe.Catalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "clean",
        description =
                "Removes what killed runs and other versions left on the engine; with --images also"
                        + " every image that PyKiln built, its kit and the packages of benchmarks.",
        mixinStandardHelpOptions = true)
final class CleanCommand implements Callable<Integer> {
    private final CommandContext context;

    @Option(
            names = "--images",
            description = "Also the images, the kit and the packages of benchmarks.")
    boolean images;

    CleanCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        try (Workshop workshop = context.workshops().open()) {
            Engine engine = workshop.engine();
            for (ContainerFacts left : new Sweep(engine).run(context.cancellation())) {
                context.out().println("container " + left.id());
            }
            removeVolumes(engine);
            if (images) {
                removeImages(engine);
            }
            return ExitCode.DONE;
        }
    }

    /// What this version does not measure with, or knows nothing of, is of no use to it.
    private void removeVolumes(Engine engine) throws IOException {
        List<String> volumes = new ArrayList<>(engine.volumes(Map.of(Labels.KIT, "")));
        volumes.addAll(engine.volumes(Map.of(Labels.LAYER, "")));
        if (!images) {
            volumes.removeAll(engine.volumes(Map.of(Labels.KIT, Kit.HASH)));
            for (String layer : LayerStore.hashes(context.workspace())) {
                volumes.removeAll(engine.volumes(Map.of(Labels.LAYER, layer)));
            }
        }
        for (String volume : volumes) {
            try {
                engine.removeVolume(volume);
                context.out().println("volume " + volume);
            } catch (EngineException inUse) {
                context.err().println("kept " + volume + ": " + inUse.getMessage());
            }
        }
    }

    private void removeImages(Engine engine) {
        for (ImageFacts image : engine.images(Map.of(Catalogue.RECIPE_LABEL, ""))) {
            try {
                engine.removeImage(image.id());
                context.out().println("image " + String.join(" ", image.tags()));
            } catch (EngineException inUse) {
                context.err().println("kept " + image.id() + ": " + inUse.getMessage());
            }
        }
    }
}
