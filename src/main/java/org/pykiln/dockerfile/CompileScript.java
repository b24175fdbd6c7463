package org.pykiln.dockerfile;

import java.util.ArrayList;
import java.util.List;
import org.pykiln.plan.BuildPlan;
import org.pykiln.plan.Entry;
import org.pykiln.plan.Step.Moment;

/// The shell scripts that configure, compile and install CPython, and keep evidence of what the
/// compiler really was told.
final class CompileScript {
    private static final String LOG = "/usr/src/make.log";

    private CompileScript() {}

    static List<Line> configure(BuildPlan plan) {
        List<Line> lines = new ArrayList<>();
        lines.add(Line.plain("set -eux;"));
        lines.addAll(environment(plan));
        lines.addAll(variable("CFLAGS_NODIST", plan.compilerFlags()));
        lines.addAll(variable("LDFLAGS_NODIST", plan.linkerFlags()));
        lines.addAll(variable("LIBS", plan.libraries()));
        plan.profileTask()
                .ifPresent(task ->
                        lines.add(Line.of("export PROFILE_TASK=\"" + task.value() + "\";", task)));
        lines.add(Line.plain("./configure"));
        lines.add(Line.plain("    --enable-option-checking=fatal"));
        plan.configure().forEach(option -> lines.add(Line.of("    " + option.value(), option)));
        return lines;
    }

    static List<Line> make(BuildPlan plan) {
        List<Line> lines = new ArrayList<>();
        lines.add(Line.plain("set -eux;"));
        lines.addAll(environment(plan));
        lines.add(Line.plain("make -j \"$(nproc)\" 2>&1 | tee " + LOG + ";"));
        String evidence = Renderer.EVIDENCE;
        lines.add(Line.plain("mkdir -p " + evidence + ";"));
        plan.profileTask().ifPresent(task -> lines.addAll(training(task)));
        lines.add(Line.plain("grep -F -- ' -o Python/ceval.o ' " + LOG));
        lines.add(Line.plain("    | tail -n 1 > " + evidence + "/compile-command;"));
        lines.add(Line.plain("grep -E -- ' -o (python|libpython[^ ]*[.]so[^ ]*) ' " + LOG));
        lines.add(Line.plain("    | tail -n 2 > " + evidence + "/link-commands;"));
        lines.add(Line.plain("find . -name '*.gcda' -o -name '*.profclangd'"));
        lines.add(Line.plain("    | wc -l > " + evidence + "/profiles"));
        return lines;
    }

    /// Keeps the command that make says it trained with: a task that got lost on the way leaves
    /// profiles too, those of an interpreter that starts and ends.
    private static List<Line> training(Entry<String> task) {
        return List.of(
                Line.of("grep -F -A 1 '# Next, run the profile task' " + LOG, task),
                Line.of("    | tail -n 1 > " + Renderer.EVIDENCE + "/training;", task));
    }

    /// Steps come before the packages are looked for, so that what they add is served too.
    ///
    /// @param findRunTimePackages script lines that write [Renderer#PACKAGES]
    static List<Line> install(BuildPlan plan, List<Line> findRunTimePackages) {
        List<Line> lines = new ArrayList<>();
        lines.add(Line.plain("set -eux;"));
        lines.add(Line.plain("make install;"));
        lines.add(
                Line.plain(
                        "find /usr/local -depth \\( -name '*.opt-?.pyc' -o -name 'libpython*.a' \\)"
                                + " -exec rm -f {} +;"));
        for (String name : List.of("idle3", "pydoc3", "python3", "python3-config")) {
            String plain = name.replace("3", "");
            lines.add(Line.plain("ln -sf %s /usr/local/bin/%s;".formatted(name, plain)));
        }
        plan.steps(Moment.INSTALLED).forEach(step -> lines.addAll(Line.of(step)));
        lines.add(
                Line.plain(
                        "find /usr/local -type f \\( -path '*/bin/python3.*' -o -name 'libpython*.so*' \\)"
                                + " -exec sha256sum {} + > %s/interpreter;"
                                        .formatted(Renderer.EVIDENCE)));
        lines.addAll(findRunTimePackages);
        lines.add(Line.plain("test -s " + Renderer.PACKAGES));
        return lines;
    }

    private static List<Line> environment(BuildPlan plan) {
        return plan.buildEnvironment().entrySet().stream()
                .map(variable ->
                        Line.of(
                                "export %s=\"%s\";"
                                        .formatted(variable.getKey(), variable.getValue().value()),
                                variable.getValue()))
                .toList();
    }

    /// One flag a line, so that each line has its own knobs.
    private static List<Line> variable(String name, List<Entry<String>> values) {
        List<Line> lines = new ArrayList<>();
        for (Entry<String> value : values) {
            String text =
                    lines.isEmpty()
                            ? "export %s=\"%s\";".formatted(name, value.value())
                            : "%s=\"$%s %s\";".formatted(name, name, value.value());
            lines.add(Line.of(text, value));
        }
        return lines;
    }
}
