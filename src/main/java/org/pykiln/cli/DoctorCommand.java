package org.pykiln.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.pykiln.bench.Kit;
import org.pykiln.engine.Engine;
import org.pykiln.engine.EngineException;
import org.pykiln.engine.EngineFacts;
import org.pykiln.engine.EngineHelp;
import org.pykiln.lab.Workshop;
import org.pykiln.plan.BaseImage;
import org.pykiln.recipe.knob.BaseKnob;
import org.pykiln.recipe.knob.PythonKnob;
import picocli.CommandLine.Command;

@Command(
        name = "doctor",
        description = "Says what the main job needs, what of it is there, and what would help.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    private static final long ENOUGH_SPACE = 5_000_000_000L;

    private final CommandContext context;
    private boolean well = true;

    DoctorCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        say(
                true,
                "Java",
                System.getProperty("java.version", "") + ", " + System.getProperty("java.home"),
                "");
        workspace();
        say(
                new Kit(context.workspace()).isComplete(),
                "benchmark kit",
                "pyperf " + Kit.pyperfVersion() + ", pyperformance " + Kit.pyperformanceVersion(),
                "the first measurement fetches it with python3 -m pip");
        String archive = PythonKnob.PYTHON.defaultValue().archive();
        say(
                Files.exists(context.workspace().distfiles().resolve(archive)),
                "CPython source",
                archive,
                "the first build fetches it, or " + EngineHelp.SETUP);
        engine();
        return well ? ExitCode.DONE : ExitCode.FAILED;
    }

    private void workspace() throws IOException {
        Path home = context.workspace().home();
        Files.createDirectories(home);
        long space = Files.getFileStore(home).getUsableSpace();
        say(
                Files.isWritable(home) && space > ENOUGH_SPACE,
                "workspace",
                String.format(Locale.ROOT, "%s, %.0f GB free", home, space / 1e9),
                "make room, or set PYKILN_HOME to another folder");
    }

    private void engine() {
        try (Workshop workshop = context.workshops().open()) {
            EngineFacts facts = workshop.engine().facts();
            say(
                    true,
                    "engine",
                    "%s, API %s, at %s"
                            .formatted(facts.version(), facts.apiVersion(), facts.endpoint()),
                    "");
            architectures(workshop.engine());
            BaseImage base = BaseKnob.BASE.defaultValue();
            say(
                    workshop.engine().image(base.reference()).isPresent(),
                    "base image",
                    base.reference(),
                    "the first build pulls it, or " + EngineHelp.SETUP);
        } catch (EngineException none) {
            well = false;
            say(false, "engine", none.getMessage() == null ? "none" : none.getMessage(), help());
        }
    }

    private String help() {
        EngineHelp.Machine machine =
                EngineHelp.Machine.of(context.environment(), System.getProperty("os.name", ""));
        List<EngineHelp.Advice> all = EngineHelp.of(context.engines().candidates(), machine);
        return all.isEmpty() ? EngineHelp.SETUP : all.getFirst().line();
    }

    private void architectures(Engine engine) {
        ExecutedArchitectures executed = ExecutedArchitectures.of(context.architectures(), engine);
        say(
                executed.problem().isEmpty() && executed.help().isEmpty(),
                "architectures",
                executed.problem() + executed.line(),
                executed.help().isEmpty()
                        ? "./pykiln engines"
                        : "only to build for the rest, on the engine's machine: "
                                + String.join(" - or: ", executed.help()));
    }

    private void say(boolean there, String what, String detail, String help) {
        context.out().printf("%-8s %-15s %s%n", there ? "ok" : "missing", what, detail);
        if (!there) {
            context.out().printf("%25shelp: %s%n", "", help);
        }
    }
}
