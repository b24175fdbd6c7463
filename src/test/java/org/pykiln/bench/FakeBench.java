package org.pykiln.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.pykiln.engine.Engine;
import org.pykiln.engine.ExecRequest;
import org.pykiln.engine.ExecResult;
import org.pykiln.testing.FakeEngine;
import org.pykiln.workspace.Workspace;

/// What tests of whole labs need of the tests of sessions: an engine in whose containers benchmarks
/// and proofs are answered, and a kit that is there.
public final class FakeBench {
    private final FakePython python = new FakePython();

    public FakeEngine engine() {
        return python.engine;
    }

    /// The same engine, with proof scripts answered by somebody else.
    public Engine engine(Function<ExecRequest, ExecResult> prover) {
        return (Engine)
                Proxy.newProxyInstance(
                        FakeBench.class.getClassLoader(),
                        new Class<?>[] {Engine.class},
                        (proxy, method, arguments) -> {
                            if (method.getName().equals("exec")
                                    && arguments[1] instanceof ExecRequest request
                                    && request.command().getLast().contains("def proof():")) {
                                return prover.apply(request);
                            }
                            try {
                                return method.invoke(python.engine, arguments);
                            } catch (InvocationTargetException thrown) {
                                throw thrown.getCause();
                            }
                        });
    }

    public static Kit kit(Workspace workspace) {
        return FakeKit.in(workspace);
    }

    public static SessionRunner runner(Engine engine, NativeOnly nativeOnly, Workspace workspace) {
        return new SessionRunner(engine, nativeOnly, kit(workspace), FakeLayers.EMPTY, workspace);
    }

    /// Runs before each worker process, and may throw.
    public void before(Consumer<Datapoint> action) {
        python.before = action;
    }

    /// Replaces the end of a worker process, by image id and datapoint.
    public void instead(BiFunction<String, Datapoint, Optional<ExecResult>> answer) {
        python.instead = answer;
    }

    /// How often each datapoint was measured on each image, as `image id/datapoint`.
    public Map<String, Integer> measured() {
        return Map.copyOf(python.measured);
    }
}
