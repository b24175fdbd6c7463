package org.pykiln.bench;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.pykiln.engine.Cancellation;
import org.pykiln.engine.Engine;
import org.pykiln.engine.ExecRequest;
import org.pykiln.engine.ExecResult;

/// What an image's interpreter says of itself, its container and its host, before it is measured.
///
/// @param python full version
/// @param freeThreaded whether it has no global lock
/// @param kit content hash of the kit it sees; empty when the kit is not whole
/// @param compiled whether the kit is compiled for this interpreter
/// @param cpus of the host, by number
/// @param usableCpus those that this process may use
/// @param checked what pyperf wants to be equal in all runs of a benchmark, as text
record Probe(
        String python,
        String implementation,
        boolean freeThreaded,
        String kit,
        boolean compiled,
        String libc,
        String mallocFrom,
        double load,
        List<Integer> cpus,
        List<Integer> usableCpus,
        String cpuModel,
        String governor,
        String turbo,
        boolean virtualised,
        Map<String, String> checked) {
    Probe {
        cpus = List.copyOf(cpus);
        usableCpus = List.copyOf(usableCpus);
        checked = Map.copyOf(checked);
    }

    /// Asks the Python of a running container.
    ///
    /// @throws IOException when none answers, with the reason
    static Probe in(Engine engine, String container, Cancellation cancellation) throws IOException {
        ExecRequest request =
                ExecRequest.of("python3", "-c", KitLock.resource("probe.py"), KitVolume.PATH);
        ExecResult result = engine.exec(container, request, cancellation);
        if (!result.succeeded()) {
            throw new IOException(Logs.lastLine(result.stderr()));
        }
        return ReportJson.probe(result.stdout());
    }

    boolean seesKit() {
        return kit.equals(Kit.HASH);
    }

    boolean isReady() {
        return seesKit() && compiled;
    }

    PythonVersion version() {
        return PythonVersion.parse(python);
    }
}
