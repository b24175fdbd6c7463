package org.pykiln.bench;

import java.util.Map;
import org.pykiln.engine.Labels;

/// The kit on the engine.
final class KitVolume {
    /// Where it is mounted, in every container.
    static final String PATH = "/opt/pykiln/kit";

    static final String NAME = "pykiln-kit-" + Kit.HASH.substring(0, 12);

    private KitVolume() {}

    static FilledVolume of(Kit kit) {
        return of(kit, NAME);
    }

    /// @param name of a volume that no other session uses
    static FilledVolume of(Kit kit, String name) {
        return new FilledVolume(
                name,
                PATH,
                Kit.HASH,
                Labels.KIT,
                out -> {
                    FolderArchive archive = new FolderArchive(PATH, out);
                    archive.unpack(kit.wheels(), KitVolume::place);
                    archive.file("unit.py", KitLock.resource("unit.py"));
                    // beside pyperformance's, so that one rule finds every script
                    for (Map.Entry<String, String> script : OwnBenchmarks.scripts().entrySet()) {
                        archive.file(Kit.BENCHMARKS + script.getKey(), script.getValue());
                    }
                    archive.finish();
                });
    }

    private static String place(String name) {
        boolean wanted =
                name.startsWith("pyperf")
                        && !name.startsWith("pyperf/tests/")
                        && !name.startsWith("pyperformance/tests/");
        return wanted ? name : "";
    }
}
