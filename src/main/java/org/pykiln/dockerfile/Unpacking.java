package org.pykiln.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.pykiln.dockerfile.Instruction.Run;
import org.pykiln.dockerfile.Instruction.Simple;
import org.pykiln.plan.BuildPlan;
import org.pykiln.plan.Entry;
import org.pykiln.plan.PythonRelease;
import org.pykiln.plan.Step;
import org.pykiln.plan.Step.Moment;

/// How the source archive of the build context becomes a folder of verified sources.
final class Unpacking {
    private static final String FOLDER = "/usr/src";

    private final BuildPlan plan;
    private final Entry<PythonRelease> python;
    private final String archive;

    Unpacking(BuildPlan plan) {
        this.plan = plan;
        this.python = plan.python();
        this.archive = python.value().archive();
    }

    /// Files of the build context, as people list them.
    String contextFiles() {
        List<String> files = new ArrayList<>(List.of(archive));
        plan.signature().ifPresent(signature -> files.add(archive + signature.value()));
        plan.wheelhouse().ifPresent(entry -> files.add(Renderer.wheelFolder(entry.value())));
        return String.join(" and ", files);
    }

    List<Instruction> instructions(Dialect dialect) {
        List<Instruction> instructions = new ArrayList<>();
        instructions.add(Simple.of("WORKDIR", FOLDER));
        if (dialect.readsInPlace(plan)) {
            instructions.add(Run.script(List.of(mounted()), script()));
        } else {
            instructions.add(copied());
            List<Line> lines = script();
            lines.add(Line.of("rm " + archive, python));
            instructions.add(Run.script(List.of(), lines));
        }
        instructions.add(Simple.of("WORKDIR", FOLDER + "/python"));
        return instructions;
    }

    private Line mounted() {
        return Line.of(
                "--mount=type=bind,source=%s,target=%s/%s".formatted(archive, FOLDER, archive),
                python);
    }

    private Simple copied() {
        if (plan.signature().isEmpty()) {
            return new Simple("COPY", archive + " ./", python.knobs());
        }
        Entry<String> signature = plan.signature().orElseThrow();
        Set<String> knobs = new TreeSet<>(python.knobs());
        knobs.addAll(signature.knobs());
        return new Simple(
                "COPY", "%s %s%s ./".formatted(archive, archive, signature.value()), knobs);
    }

    private List<Line> script() {
        List<Line> lines = new ArrayList<>();
        lines.add(
                Line.of(
                        "echo \"%s *%s\" | sha256sum -c -;"
                                .formatted(python.value().sha256(), archive),
                        python));
        plan.steps(Moment.COPIED).forEach(step -> lines.addAll(Line.of(step)));
        lines.add(Line.plain("mkdir python;"));
        lines.add(
                Line.of("tar -xJf %s -C python --strip-components=1;".formatted(archive), python));
        List<Entry<Step>> steps = plan.steps(Moment.UNPACKED);
        if (!steps.isEmpty()) {
            Set<String> knobs =
                    steps.stream()
                            .flatMap(step -> step.knobs().stream())
                            .collect(Collectors.toUnmodifiableSet());
            lines.add(new Line("cd python;", knobs));
            steps.forEach(step -> lines.addAll(Line.of(step)));
            lines.add(new Line("cd ..;", knobs));
        }
        return lines;
    }
}
