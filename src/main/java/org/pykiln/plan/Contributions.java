package org.pykiln.plan;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Collects a build plan. Whatever is added is remembered as coming from the knob that has the
/// [#turn].
public final class Contributions {
    private String knob = "";
    private @Nullable Entry<BaseImage> base;
    private @Nullable Entry<String> platform;
    private @Nullable Entry<PythonRelease> python;
    private @Nullable Entry<String> signature;
    private final EnumMap<Package, Entry<Wanted>> buildPackages = new EnumMap<>(Package.class);
    private final SortedMap<ToolPackage, Entry<Wanted>> buildTools = new TreeMap<>();
    private final EnumMap<Package, Entry<Wanted>> runPackages = new EnumMap<>(Package.class);
    private final Map<String, Entry<String>> configure = new LinkedHashMap<>();
    private final Map<String, Entry<String>> compilerFlags = new LinkedHashMap<>();
    private final Map<String, Entry<String>> linkerFlags = new LinkedHashMap<>();
    private final Map<String, Entry<String>> libraries = new LinkedHashMap<>();
    private @Nullable Entry<String> profileTask;
    private final SortedMap<String, Entry<String>> buildEnvironment = new TreeMap<>();
    private final List<Entry<Step>> steps = new ArrayList<>();
    private @Nullable Entry<Preload> preload;
    private final SortedMap<String, Entry<String>> environment = new TreeMap<>();
    private final SortedMap<String, Entry<String>> labels = new TreeMap<>();
    private @Nullable Entry<String> wheelhouse;
    private @Nullable Entry<String> user;
    private final List<Proof> proofs = new ArrayList<>();

    /// Says which knob contributes from now on.
    public void turn(String knobId) {
        knob = knobId;
    }

    /// A second one replaces the first, and stands there because of both knobs.
    public void base(BaseImage image) {
        base = base == null ? Entry.of(image, knob) : base.replacedBy(image, knob);
    }

    public void platform(String name) {
        platform = Entry.of(name, knob);
    }

    public void python(PythonRelease release) {
        python = Entry.of(release, knob);
    }

    /// A file of python.org that signs the source archive; the build finds it beside that.
    ///
    /// @param ending such as `.asc`
    public void signature(String ending) {
        signature = Entry.of(ending, knob);
    }

    public void buildPackages(Package... names) {
        for (Package name : names) {
            merge(buildPackages, name, name);
        }
    }

    public void buildPackage(ToolPackage.Tool tool, int version) {
        ToolPackage wanted = new ToolPackage(tool, version);
        merge(buildTools, wanted, wanted);
    }

    public void runPackages(Package... names) {
        for (Package name : names) {
            merge(runPackages, name, name);
        }
    }

    public void configure(String... options) {
        for (String option : options) {
            merge(configure, option, option);
        }
    }

    public void compilerFlags(String... flags) {
        for (String flag : flags) {
            merge(compilerFlags, flag, flag);
        }
    }

    public void linkerFlags(String... flags) {
        for (String flag : flags) {
            merge(linkerFlags, flag, flag);
        }
    }

    public void libraries(String... names) {
        for (String name : names) {
            merge(libraries, name, name);
        }
    }

    /// A second one replaces the first, and stands there because of both knobs.
    public void profileTask(String arguments) {
        profileTask = replaced(profileTask, arguments);
    }

    /// A variable of configure and make. A second value replaces the first, and stands there
    /// because of both knobs.
    ///
    /// @param value stands between double quotes, so `$` and backquotes keep their meaning
    public void buildEnvironment(String variable, String value) {
        buildEnvironment.put(variable, replaced(buildEnvironment.get(variable), value));
    }

    public void step(Step.Moment moment, String script) {
        steps.add(Entry.of(new Step(moment, script), knob));
    }

    public void preload(Preload library) {
        preload = Entry.of(library, knob);
    }

    public void environment(String variable, String value) {
        environment.put(variable, Entry.of(value, knob));
    }

    public void label(String name, String value) {
        labels.put(name, Entry.of(value, knob));
    }

    /// Wheels that the build finds beside the source archive.
    ///
    /// @param sha256 of the list of them, in lower-case hexadecimal
    public void wheelhouse(String sha256) {
        wheelhouse = Entry.of(sha256, knob);
    }

    /// @param name as in `USER`
    public void user(String name) {
        user = Entry.of(name, knob);
    }

    public void proofs(List<Proof> more) {
        proofs.addAll(more);
    }

    /// @throws IllegalStateException when no knob said what base, platform or Python it is
    public BuildPlan plan() {
        return new BuildPlan(
                required(base, "base"),
                required(platform, "platform"),
                required(python, "python"),
                Optional.ofNullable(signature),
                Stream.concat(buildPackages.values().stream(), buildTools.values().stream())
                        .toList(),
                List.copyOf(runPackages.values()),
                List.copyOf(configure.values()),
                List.copyOf(compilerFlags.values()),
                List.copyOf(linkerFlags.values()),
                List.copyOf(libraries.values()),
                Optional.ofNullable(profileTask),
                new TreeMap<>(buildEnvironment),
                List.copyOf(steps),
                Optional.ofNullable(preload),
                new TreeMap<>(environment),
                new TreeMap<>(labels),
                Optional.ofNullable(wheelhouse),
                Optional.ofNullable(user),
                List.copyOf(proofs));
    }

    private <K, T> void merge(Map<K, Entry<T>> slot, K key, T value) {
        slot.merge(key, Entry.of(value, knob), (before, now) -> before.alsoFrom(knob));
    }

    private Entry<String> replaced(@Nullable Entry<String> before, String value) {
        return before == null
                ? Entry.of(value, knob)
                : new Entry<>(value, before.knobs()).alsoFrom(knob);
    }

    private static <T> T required(@Nullable T value, String what) {
        if (value == null) {
            throw new IllegalStateException("no knob contributes the " + what);
        }
        return value;
    }
}
