package org.pykiln.cli;

import java.util.Map;
import java.util.concurrent.Callable;
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
                "Removes what killed runs left on the engine; with --images also every image that"
                        + " PyKiln built, and its kit.",
        mixinStandardHelpOptions = true)
final class CleanCommand implements Callable<Integer> {
    private final CommandContext context;

    @Option(names = "--images", description = "Also the images and the kit.")
    boolean images;

    CleanCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        try (Workshop workshop = context.workshops().open()) {
            Engine engine = workshop.engine();
            for (ContainerFacts left : new Sweep(engine).run(context.cancellation())) {
                context.out().println("container " + left.id());
            }
            if (images) {
                removeImages(engine);
                for (String volume : engine.volumes(Map.of(Labels.KIT, ""))) {
                    engine.removeVolume(volume);
                    context.out().println("volume " + volume);
                }
            }
            return ExitCode.DONE;
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
