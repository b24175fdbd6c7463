package org.pykiln.cli;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pykiln.recipe.Catalogue;
import org.pykiln.recipe.Domain;
import org.pykiln.recipe.Group;
import org.pykiln.recipe.Knob;
import org.pykiln.recipe.Rules;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "knobs",
        description = "Lists the knobs, or explains one with its values and rules.",
        mixinStandardHelpOptions = true)
final class KnobsCommand implements Callable<Integer> {
    /// Values of which all are listed; of more, the first and the last.
    private static final int MOST = 12;

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
            list(knobs);
        } else {
            explain(knobs.getFirst());
        }
        return ExitCode.DONE;
    }

    private void list(List<Knob<?>> knobs) {
        Columns columns = new Columns(2);
        Map<Group, Integer> sizes = new EnumMap<>(Group.class);
        for (Group group : Group.values()) {
            for (Knob<?> knob : knobs) {
                if (knob.group() == group) {
                    sizes.merge(group, 1, Integer::sum);
                    row(columns, knob);
                }
            }
        }
        List<String> rows = columns.rows();
        int next = 0;
        for (Map.Entry<Group, Integer> group : sizes.entrySet()) {
            context.out().println((next == 0 ? "" : "\n") + group.getKey().label());
            for (int end = next + group.getValue(); next < end; next++) {
                context.out().print(rows.get(next));
            }
        }
        context.out().println("\nKNOB, its default, its values. More of one: ./pykiln knobs KNOB");
    }

    private static <V> void row(Columns columns, Knob<V> knob) {
        Domain<V> domain = knob.domain();
        List<String> values = domain.suggestions().stream().map(domain::text).toList();
        columns.row(
                knob.id(),
                domain.text(knob.defaultValue()),
                domain instanceof Domain.Text text ? text.expected() : some(values));
    }

    private static String some(List<String> values) {
        return values.size() <= MOST
                ? String.join(", ", values)
                : "%s … %s (%d values)"
                        .formatted(values.getFirst(), values.getLast(), values.size());
    }

    private <V> void explain(Knob<V> knob) {
        Domain<V> domain = knob.domain();
        context.out().printf("%s - %s (%s)%n%n", knob.id(), knob.label(), knob.group().label());
        Columns columns = new Columns(0);
        columns.row("What", knob.explain().what());
        columns.row("Effect", knob.explain().effect());
        columns.row("Proof", knob.explain().proof());
        columns.row("Default", domain.text(knob.defaultValue()));
        List<String> values = domain.suggestions().stream().map(domain::text).toList();
        if (domain instanceof Domain.Text text) {
            columns.row("Values", text.expected());
            columns.row("such as", String.join(", ", values));
        } else {
            columns.row("Values", String.join(", ", values));
        }
        columns.row("Rules", rules(knob));
        columns.row("Sources", String.join("\n", knob.explain().sources()));
        context.out().print(columns.text());
    }

    private static String rules(Knob<?> knob) {
        String rules =
                Rules.about(knob).stream()
                        .map(rule -> rule.code() + " (" + rule.severity().word() + ")")
                        .collect(Collectors.joining("\n"));
        return rules.isEmpty() ? "none" : rules;
    }
}
