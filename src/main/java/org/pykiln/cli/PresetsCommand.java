package org.pykiln.cli;

import java.util.concurrent.Callable;
import org.pykiln.preset.KnownPreset;
import org.pykiln.preset.PresetLibrary.Listing;
import org.pykiln.recipe.Catalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "presets",
        description = "Lists the presets, shipped and own.",
        mixinStandardHelpOptions = true)
final class PresetsCommand implements Callable<Integer> {
    private final CommandContext context;

    @Option(names = "--json", description = "Print JSON.")
    boolean json;

    PresetsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Listing listing = context.presets().list();
        listing.problems().forEach(context.err()::println);
        if (json) {
            context.out().println(CatalogueJson.presets(listing.presets()));
            return ExitCode.DONE;
        }
        Columns columns = new Columns(0);
        for (KnownPreset known : listing.presets()) {
            String description = known.preset().description();
            boolean untold =
                    Catalogue.isOnlyRendered(known.preset().recipe())
                            && !description.contains("Rendered, not built");
            columns.row(known.name(), description + (untold ? " Rendered, not built." : ""));
        }
        context.out().print(columns.text());
        return ExitCode.DONE;
    }
}
