package org.pykiln.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.pykiln.engine.Sweep;
import org.pykiln.image.Receipt;
import org.pykiln.lab.Workshop;
import org.pykiln.plan.NamedPackage;
import org.pykiln.preset.ChosenRecipe;
import org.pykiln.recipe.Catalogue;
import org.pykiln.wheels.PipSurroundings;
import org.pykiln.wheels.Requirements;
import org.pykiln.wheels.WheelIndex;
import org.pykiln.wheels.WheelIndexes;
import org.pykiln.wheels.Wheelhouse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "wheels",
        description =
                "Builds the wheels of a requirements file in the image of a preset, for its"
                        + " architecture and C library, and writes a folder that pip can use as an"
                        + " index.",
        mixinStandardHelpOptions = true)
final class WheelsCommand implements Callable<Integer> {
    private final CommandContext context;

    @Spec CommandSpec spec;

    @Parameters(paramLabel = "PRESET", description = PresetArguments.PRESET)
    String preset = "";

    @Mixin PresetArguments arguments = new PresetArguments();

    @Option(
            names = {"-r", "--requirement"},
            required = true,
            paramLabel = "FILE",
            description = "Requirements, one a line, as pip reads them.")
    Path requirements = Path.of("");

    @Option(names = "-o", required = true, paramLabel = "FOLDER", description = "The index.")
    Path folder = Path.of("");

    @Option(
            names = "--no-binary",
            paramLabel = "NAME",
            description =
                    "Compile this project even where a wheel is offered; :all: for all. Repeatable.")
    List<String> noBinary = new ArrayList<>();

    @Option(
            names = "--build-package",
            paramLabel = "NAME",
            description =
                    "A package of the distribution that compiling needs, such as"
                            + " libcurl4-openssl-dev. Repeatable.")
    List<String> packages = new ArrayList<>();

    @Option(
            names = "--ca-bundle",
            paramLabel = "FILE",
            description =
                    "Certificates that pip trusts instead of its own (also: PIP_CERT, SSL_CERT_FILE).")
    Optional<Path> certificates = Optional.empty();

    WheelsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        noBinary.forEach(this::requireName);
        packages.forEach(this::requirePackage);
        Requirements wanted = Requirements.read(requirements);
        WheelIndex index = WheelIndex.at(folder);
        ChosenRecipe chosen = arguments.resolve(context.presets(), preset);
        try (Workshop workshop = context.workshops().open()) {
            Progress progress = new Progress(context, false);
            Receipt receipt =
                    workshop.lab()
                            .proven(
                                    chosen.name(),
                                    chosen.recipe(),
                                    progress,
                                    context.cancellation());
            progress.close();
            new Sweep(workshop.engine()).orphans();
            WheelIndex.Added added =
                    new Wheelhouse(workshop.engine(), this::tell, context.cancellation())
                            .build(
                                    new Wheelhouse.Order(
                                            receipt.digest(),
                                            Catalogue.plan(chosen.recipe()),
                                            wanted,
                                            noBinary,
                                            packages.stream().map(NamedPackage::new).toList(),
                                            false,
                                            Optional.empty(),
                                            pip()),
                                    index);
            WheelIndexes.of(context.workspace(), context.environment()).remember(index);
            report(index, added, wanted);
        }
        return ExitCode.DONE;
    }

    private void report(WheelIndex index, WheelIndex.Added added, Requirements wanted)
            throws IOException {
        added.wheels().forEach(wheel -> context.out().println("wheels/" + wheel.file()));
        for (String file : added.kept()) {
            tell("kept as it was, though another file came of this build: wheels/" + file);
        }
        tell("pip install --index-url " + index.folder().resolve("simple").toUri());
        tell("a recipe installs from it, wherever it lies:");
        tell("--set wheel-index=wheelhouse:" + index.id().orElseThrow());
        tell("--set \"packages=%s\"".formatted(String.join(" ", wanted.pins(added.wheels()))));
    }

    private PipSurroundings pip() {
        PipSurroundings usual = PipSurroundings.of(context.environment());
        return certificates.map(usual::trusting).orElse(usual);
    }

    private void tell(String line) {
        context.err().println("      " + line);
    }

    private void requireName(String name) {
        if (!name.matches(":all:|[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?")) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Expected the name of a project or :all: for --no-binary, such as markupsafe.");
        }
    }

    private void requirePackage(String name) {
        if (!NamedPackage.isName(name)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Expected the name of a package for --build-package, such as libcurl4-openssl-dev.");
        }
    }
}
