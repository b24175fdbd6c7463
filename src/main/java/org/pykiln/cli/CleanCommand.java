package org.pykiln.cli;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.pykiln.lab.Workshop;
import org.pykiln.storage.CleanUp;
import org.pykiln.storage.CleanUp.Event;
import org.pykiln.storage.Inventory;
import org.pykiln.storage.Item;
import org.pykiln.storage.Item.Kind;
import org.pykiln.storage.Needs;
import org.pykiln.storage.Storage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "clean",
        description =
                "Removes what killed runs left on the engine, what builds left on their way, kits and"
                        + " packages of other versions, and images of PyKiln's that no preset,"
                        + " receipt or session needs. Nothing else, and nothing that is in use.",
        mixinStandardHelpOptions = true)
final class CleanCommand implements Callable<Integer> {
    private final CommandContext context;

    @Option(
            names = "--dry-run",
            description = "Only say what would go and what stays, and why. Removes nothing.")
    boolean dryRun;

    @Option(
            names = "--images",
            description =
                    "Also the images that are needed, the kit and the packages of benchmarks.")
    boolean images;

    CleanCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        try (Workshop workshop = context.workshops().open()) {
            Storage storage =
                    new Storage(
                            workshop.engine(),
                            Needs.of(context.workspace(), context.presets()),
                            InstantSource.system());
            Inventory inventory = storage.inventory();
            List<Item> going = inventory.items().stream().filter(this::goes).toList();
            if (dryRun) {
                preview(inventory, going);
                return ExitCode.DONE;
            }
            return clean(new CleanUp(workshop.engine(), storage), going);
        }
    }

    private boolean goes(Item item) {
        return item.goes() || images && item.isRemovable();
    }

    private void preview(Inventory inventory, List<Item> going) {
        inventory.items().forEach(item -> line(going.contains(item) ? "goes" : "stays", item));
        context.out()
                .printf(
                        "%d of %d things would go: %s at least. The engine's images take %s, its"
                                + " build cache %s.%n",
                        going.size(),
                        inventory.items().size(),
                        bytes(Inventory.atLeast(going)),
                        bytes(inventory.layersBytes()),
                        bytes(inventory.buildCacheBytes()));
    }

    private int clean(CleanUp cleanUp, List<Item> going) {
        CleanUp.Report report = cleanUp.run(going, images, this::tell, context.cancellation());
        if (!going.isEmpty()) {
            context.err()
                    .printf(
                            "%d removed, %d kept; %s freed.%n",
                            report.removed().size(),
                            report.kept().size(),
                            bytes(report.freedBytes()));
        }
        return ExitCode.DONE;
    }

    private void tell(Event event) {
        switch (event) {
            case Event.Watching(int containers) ->
                    context.err()
                            .printf(
                                    "Watching %d containers for a minute at most: one that changes is in use.%n",
                                    containers);
            case Event.Removing removing -> {}
            case Event.Removed(Item item) -> context.out().println(name(item));
            case Event.Kept(Item item, String why) ->
                    context.err().println("kept " + name(item) + ": " + why);
        }
    }

    private void line(String fate, Item item) {
        context.out()
                .printf(
                        "%-5s  %10s  %s - %s%n",
                        fate,
                        item.kind() == Kind.CONTAINER ? "" : bytes(item.ownBytes()),
                        name(item),
                        item.why());
    }

    private static String name(Item item) {
        return (item.kind().isVolume() ? "volume" : item.kind().word()) + " " + item.title();
    }

    private static String bytes(long bytes) {
        return bytes < 0 ? "?" : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
