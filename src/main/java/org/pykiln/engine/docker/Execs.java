package org.pykiln.engine.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.ExecCreateCmd;
import com.github.dockerjava.api.command.InspectExecResponse;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.StreamType;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.pykiln.engine.Cancellation;
import org.pykiln.engine.EngineException;
import org.pykiln.engine.EngineProblem;
import org.pykiln.engine.ExecRequest;
import org.pykiln.engine.ExecResult;

/// Runs processes inside containers.
///
/// An engine has no call that kills one process, and dropping the connection leaves it running. So
/// each process gets a variable of its own in its environment, of the same length every time lest
/// it move the process's stack, by which it can be found again from inside the container.
final class Execs {
    static final String TAG = "PYKILN_EXEC";

    private static final Duration NOTICE = Duration.ofMillis(100);
    private static final Duration KILL_LIMIT = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(5);
    private static final int POLLS = 400;
    private static final int KILLED = 128 + 9;

    /// Kills whatever carries the tag and, since a process may hand its children another
    /// environment, whatever shares a session with it: the engine gives each process its own.
    private static final String KILL =
            """
            sessions=' '
            for file in $(grep -lF "$1" /proc/[0-9]*/environ 2>/dev/null); do
              pid=${file#/proc/}; pid=${pid%/environ}
              read -r line < /proc/$pid/stat || continue
              set -- "$1" ${line##*) }
              sessions="$sessions$5 "; tagged="$tagged $pid"
            done
            for stat in /proc/[0-9]*/stat; do
              read -r line < $stat || continue
              set -- "$1" ${line##*) }
              case "$sessions" in *" $5 "*) pid=${stat#/proc/}; tagged="$tagged ${pid%/stat}";; esac
            done
            [ -z "$tagged" ] || kill -9 $tagged
            """;

    private final DockerClient client;
    private final Endpoint endpoint;

    Execs(DockerClient client, Endpoint endpoint) {
        this.client = client;
        this.endpoint = endpoint;
    }

    ExecResult exec(String container, ExecRequest request, Cancellation cancellation) {
        cancellation.throwIfCancelled();
        String tag = TAG + "=" + UUID.randomUUID();
        String id = create(container, request, tag);
        Output output = new Output();
        EngineStream<Frame> stream = new EngineStream<>(output::accept);
        cancellation.throwIfCancelled();
        client.execStartCmd(id).withDetach(false).exec(stream);
        try {
            while (!stream.await(NOTICE)) {
                if (cancellation.isCancelled()) {
                    break;
                }
            }
        } catch (InterruptedException e) {
            kill(container, tag, stream);
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
        if (cancellation.isCancelled()) {
            kill(container, tag, stream);
            throw new CancellationException("process cancelled");
        }
        return result(container, id, output, stream.failure().orElse(null));
    }

    private String create(String container, ExecRequest request, String tag) {
        List<String> environment = Environment.of(request.environment());
        environment.add(tag);
        ExecCreateCmd command =
                client.execCreateCmd(container)
                        .withCmd(request.command().toArray(String[]::new))
                        .withEnv(environment)
                        .withAttachStdout(true)
                        .withAttachStderr(true);
        if (!request.workingDirectory().isEmpty()) {
            command.withWorkingDir(request.workingDirectory());
        }
        try {
            return command.exec().getId();
        } catch (ConflictException stopped) {
            throw new EngineException(
                    new EngineProblem.ContainerMissing(container, Problems.words(stopped)),
                    stopped);
        }
    }

    private ExecResult result(
            String container, String id, Output output, @Nullable Throwable failure) {
        if (failure instanceof RuntimeException e) {
            throw Problems.of(e, endpoint);
        }
        Integer exitCode = exitCode(container, id);
        if (exitCode != null && exitCode == KILLED) {
            // Perhaps with its container, which the engine notices a moment later.
            LockSupport.parkNanos(NOTICE.toNanos());
        }
        if (exitCode == null || !isRunning(container)) {
            throw new EngineException(
                    new EngineProblem.ContainerMissing(
                            container, "The container ended while a process ran in it."));
        }
        return output.result(exitCode);
    }

    /// The output may end a moment before the engine knows the exit code.
    private @Nullable Integer exitCode(String container, String id) {
        for (int poll = 0; poll < POLLS; poll++) {
            InspectExecResponse exec = client.inspectExecCmd(id).exec();
            if (!Boolean.TRUE.equals(exec.isRunning())) {
                Long code = exec.getExitCodeLong();
                return code == null ? null : code.intValue();
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
        throw new EngineException(
                new EngineProblem.Unexpected(
                        "A process in %s closed its output and goes on running."
                                .formatted(container)));
    }

    private boolean isRunning(String container) {
        return Boolean.TRUE.equals(
                client.inspectContainerCmd(container).exec().getState().getRunning());
    }

    /// Repeats, for the process may only just be starting. A container without a shell is restarted
    /// as the last resort.
    private void kill(String container, String tag, EngineStream<Frame> stream) {
        long deadline = System.nanoTime() + KILL_LIMIT.toNanos();
        boolean interrupted = Thread.interrupted();
        try {
            do {
                runKill(container, tag);
                if (stream.await(NOTICE)) {
                    return;
                }
            } while (System.nanoTime() < deadline);
            client.restartContainerCmd(container).withTimeout(0).exec();
        } catch (DockerException containerGone) {
            return;
        } catch (InterruptedException again) {
            interrupted = true;
        } finally {
            stream.abort();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void runKill(String container, String tag) throws InterruptedException {
        String id =
                client.execCreateCmd(container)
                        .withCmd("sh", "-c", KILL, "sh", tag)
                        .withAttachStdout(true)
                        .withAttachStderr(true)
                        .exec()
                        .getId();
        EngineStream<Frame> ignored = new EngineStream<>(frame -> {});
        client.execStartCmd(id).withDetach(false).exec(ignored);
        if (!ignored.await(KILL_LIMIT)) {
            ignored.abort();
        }
    }

    /// Decoded only when it is whole: a chunk may end within a character.
    private static final class Output {
        private final ByteArrayOutputStream stdout = new ByteArrayOutputStream();
        private final ByteArrayOutputStream stderr = new ByteArrayOutputStream();

        void accept(Frame frame) {
            if (frame.getStreamType() == StreamType.STDERR) {
                stderr.writeBytes(frame.getPayload());
            } else {
                stdout.writeBytes(frame.getPayload());
            }
        }

        /// A runtime that cannot start the process says so where its output would be.
        ExecResult result(int exitCode) {
            String out = stdout.toString(StandardCharsets.UTF_8);
            String err = stderr.toString(StandardCharsets.UTF_8);
            boolean notStarted =
                    (exitCode == 126 || exitCode == 127)
                            && err.isEmpty()
                            && out.startsWith("OCI runtime exec failed");
            return notStarted
                    ? new ExecResult(exitCode, "", out)
                    : new ExecResult(exitCode, out, err);
        }
    }
}
