package org.pykiln.plan;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Collects a build plan. Whatever is added is remembered as coming from the knob that has the
/// [#turn].
public final class Contributions {
    private String knob = "";
    private @Nullable Entry<BaseImage> base;
    private @Nullable Entry<String> platform;
    private @Nullable Entry<PythonRelease> python;
    private final EnumMap<Package, Entry<Package>> buildPackages = new EnumMap<>(Package.class);
    private final EnumMap<Package, Entry<Package>> runPackages = new EnumMap<>(Package.class);
    private final Map<String, Entry<String>> configure = new LinkedHashMap<>();
    private final Map<String, Entry<String>> compilerFlags = new LinkedHashMap<>();
    private final Map<String, Entry<String>> linkerFlags = new LinkedHashMap<>();
    private final Map<String, Entry<String>> libraries = new LinkedHashMap<>();
    private @Nullable Entry<String> profileTask;
    private @Nullable Entry<Preload> preload;
    private final SortedMap<String, Entry<String>> environment = new TreeMap<>();
    private final SortedMap<String, Entry<String>> labels = new TreeMap<>();
    private final List<Proof> proofs = new ArrayList<>();

    /// Says which knob contributes from now on.
    public void turn(String knobId) {
        knob = knobId;
    }

    public void base(BaseImage image) {
        base = Entry.of(image, knob);
    }

    public void platform(String name) {
        platform = Entry.of(name, knob);
    }

    public void python(PythonRelease release) {
        python = Entry.of(release, knob);
    }

    public void buildPackages(Package... names) {
        for (Package name : names) {
            merge(buildPackages, name, name);
        }
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

    public void profileTask(String arguments) {
        profileTask = Entry.of(arguments, knob);
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

    public void proofs(List<Proof> more) {
        proofs.addAll(more);
    }

    /// @throws IllegalStateException when no knob said what base, platform or Python it is
    public BuildPlan plan() {
        return new BuildPlan(
                required(base, "base"),
                required(platform, "platform"),
                required(python, "python"),
                List.copyOf(buildPackages.values()),
                List.copyOf(runPackages.values()),
                List.copyOf(configure.values()),
                List.copyOf(compilerFlags.values()),
                List.copyOf(linkerFlags.values()),
                List.copyOf(libraries.values()),
                Optional.ofNullable(profileTask),
                Optional.ofNullable(preload),
                new TreeMap<>(environment),
                new TreeMap<>(labels),
                List.copyOf(proofs));
    }

    private <K, T> void merge(Map<K, Entry<T>> slot, K key, T value) {
        slot.merge(key, Entry.of(value, knob), (before, now) -> before.alsoFrom(knob));
    }

    private static <T> T required(@Nullable T value, String what) {
        if (value == null) {
            throw new IllegalStateException("no knob contributes the " + what);
        }
        return value;
    }
}
