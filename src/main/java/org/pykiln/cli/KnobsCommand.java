package org.pykiln.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pykiln.recipe.Catalogue;
import org.pykiln.recipe.Knob;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "knobs",
        description = "Lists the knobs, or explains one.",
        mixinStandardHelpOptions = true)
final class KnobsCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(arity = "0..1", paramLabel = "KNOB", description = "The knob to explain.")
    @Nullable String id;

    @Option(names = "--json", description = "Print JSON.")
    boolean json;

    KnobsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        List<Knob<?>> knobs = id == null ? Catalogue.knobs() : List.of(Catalogue.knob(id));
        if (json) {
            context.out().println(CatalogueJson.knobs(knobs));
        } else if (id == null) {
            knobs.forEach(this::line);
        } else {
            explain(knobs.getFirst());
        }
        return ExitCode.DONE;
    }

    private <V> void line(Knob<V> knob) {
        context.out()
                .printf(
                        "%-26s %-20s %s%n",
                        knob.id(),
                        knob.domain().text(knob.defaultValue()),
                        knob.domain().expected());
    }

    private <V> void explain(Knob<V> knob) {
        context.out().printf("%s - %s (%s)%n%n", knob.id(), knob.label(), knob.group().label());
        context.out().println(knob.explain().what() + "\n");
        context.out().println("Effect:   " + knob.explain().effect());
        context.out().println("Proof:    " + knob.explain().proof());
        context.out().println("Values:   " + knob.domain().expected());
        context.out().println("Default:  " + knob.domain().text(knob.defaultValue()));
        context.out().println("Sources:  " + String.join("; ", knob.explain().sources()));
    }
}
