package org.pykiln.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.pykiln.recipe.Catalogue;
import org.pykiln.recipe.Finding;
import org.pykiln.recipe.Recipe;
import org.pykiln.recipe.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "check",
        description = "Says what the rules find in a preset; ends with 1 when there are errors.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "PRESET", description = PresetArguments.PRESET)
    String preset = "";

    @Mixin PresetArguments arguments = new PresetArguments();

    @Option(names = "--json", description = "Print JSON.")
    boolean json;

    CheckCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Recipe recipe = arguments.resolve(context.presets(), preset).recipe();
        List<Finding> findings = Catalogue.check(recipe);
        if (json) {
            context.out().println(CatalogueJson.findings(findings));
        } else if (findings.isEmpty()) {
            context.out().println("no findings");
        } else {
            findings.forEach(this::print);
        }
        boolean errors = findings.stream().anyMatch(f -> f.severity() == Severity.ERROR);
        return errors ? ExitCode.FAILED : ExitCode.DONE;
    }

    private void print(Finding finding) {
        context.out()
                .printf(
                        "%-8s %s: %s%n",
                        finding.severity().word(),
                        String.join(", ", finding.knobs()),
                        finding.summary());
        finding.remedy()
                .ifPresent(remedy ->
                        context.out()
                                .printf(
                                        "         remedy: %s (--set %s)%n",
                                        remedy.label(), remedy.change()));
    }
}
