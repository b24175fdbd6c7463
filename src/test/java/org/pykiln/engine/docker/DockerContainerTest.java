package org.pykiln.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.pykiln.engine.Cancellation;
import org.pykiln.engine.ContainerFacts;
import org.pykiln.engine.ContainerRequest;
import org.pykiln.engine.EngineException;
import org.pykiln.engine.EngineProblem;
import org.pykiln.engine.ExecRequest;
import org.pykiln.engine.ExecResult;
import org.pykiln.engine.Labels;
import org.pykiln.engine.Owner;
import org.pykiln.engine.Sweep;
import org.pykiln.testing.EngineTest;

@EngineTest
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class DockerContainerTest {
    private final Lab lab = new Lab();

    @AfterEach
    void clean() {
        lab.close();
    }

    @Test
    void keepsOutputsApartAndTellsTheExitCode() {
        String container = lab.start();
        ExecResult result = shell(container, "echo out; echo err >&2; exit 3");
        assertThat(result).isEqualTo(new ExecResult(3, "out\n", "err\n"));
        assertThat(result.succeeded()).isFalse();
        assertThat(shell(container, "true")).isEqualTo(new ExecResult(0, "", ""));
    }

    @Test
    void decodesCharactersThatAreCut() {
        String text = "é→😀";
        ExecResult result =
                shell(
                        lab.start(),
                        "i=0; while [ $i -lt 20000 ]; do printf '%s' '"
                                + text
                                + "'; i=$((i+1)); done");
        assertThat(result.stdout()).isEqualTo(text.repeat(20_000));
    }

    @Test
    void passesEnvironmentAndFolder() {
        String container = lab.start();
        ExecRequest request =
                new ExecRequest(
                        List.of("sh", "-c", "echo $GREETING $NAME $PWD $(hostname)"),
                        Map.of("NAME", "a b=c"),
                        "/scratch");
        assertThat(lab.engine.exec(container, request, new Cancellation()).stdout())
                .isEqualTo("hello a b=c /scratch kiln\n");
    }

    @Test
    void limitsWhatAContainerMayDo() {
        String container = lab.start();
        assertThat(shell(container, "nproc").stdout()).isEqualTo("1\n");
        assertThat(shell(container, "grep CapEff /proc/self/status").stdout())
                .contains("0000000000000000");
        assertThat(shell(container, "grep NoNewPrivs /proc/self/status").stdout()).contains("1");
        assertThat(shell(container, "ls /sys/class/net").stdout()).isEqualTo("lo\n");
        assertThat(shell(container, "df /scratch").stdout()).contains("tmpfs");
        assertThat(
                        shell(
                                        container,
                                        "cat /sys/fs/cgroup/memory.max /sys/fs/cgroup/memory/memory.limit_in_bytes 2>/dev/null")
                                .stdout())
                .isEqualTo((256L << 20) + "\n");
    }

    @Test
    void tellsAProgramThatIsNotThere() {
        ExecResult result =
                lab.engine.exec(lab.start(), ExecRequest.of("nonesuch"), new Cancellation());
        assertThat(result.exitCode()).isIn(126, 127);
        assertThat(result.stdout()).isEmpty();
        assertThat(result.stderr()).contains("nonesuch");
    }

    @Test
    void cancellingKillsTheProcessAndItsChildren() throws Exception {
        String container = lab.start();
        Cancellation cancellation = new Cancellation();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<ExecResult> running =
                    executor.submit(() ->
                            lab.engine.exec(
                                    container,
                                    ExecRequest.of(
                                            "sh",
                                            "-c",
                                            "trap '' TERM; sleep 1001 & env -i sleep 1002 & setsid sleep 1003; wait"),
                                    cancellation));
            Future<ExecResult> other =
                    executor.submit(() -> shell(container, "sleep 3; echo untouched"));
            while (!processes(container).contains("1003")) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
            cancellation.cancel();
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(() -> running.get(10, TimeUnit.SECONDS))
                    .withCauseInstanceOf(CancellationException.class);
            assertThat(processes(container)).doesNotContain("1001", "1002", "1003");
            assertThat(other.get().stdout()).isEqualTo("untouched\n");
        }
    }

    @Test
    void cancelledBeforehandNothingRuns() {
        String container = lab.start();
        Cancellation cancellation = new Cancellation();
        cancellation.cancel();
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() ->
                        lab.engine.exec(
                                container, ExecRequest.of("touch", "/scratch/x"), cancellation));
        assertThat(shell(container, "ls /scratch").stdout()).isEmpty();
    }

    @Test
    void cancelledWhileStartingTheProcessDies() {
        String container = lab.start();
        for (int pause = 0; pause < 100; pause += 20) {
            Cancellation cancellation = new Cancellation();
            int millis = pause;
            Thread.ofVirtual()
                    .start(() -> {
                        LockSupport.parkNanos(millis * 1_000_000L);
                        cancellation.cancel();
                    });
            assertThatExceptionOfType(CancellationException.class)
                    .isThrownBy(() ->
                            lab.engine.exec(
                                    container, ExecRequest.of("sleep", "1004"), cancellation));
        }
        assertThat(processes(container)).doesNotContain("1004");
    }

    @Test
    void tellsAContainerThatIsGoneOrEnds() {
        String container = lab.start();
        assertThat(problem(() -> shell(container, "kill -9 -1; sleep 20")))
                .isInstanceOf(EngineProblem.ContainerMissing.class);
        lab.engine.removeContainer(container);
        lab.engine.removeContainer(container);
        assertThat(problem(() -> shell(container, "true")))
                .isInstanceOf(EngineProblem.ContainerMissing.class);
    }

    @Test
    void copiesInAndOut() throws IOException {
        String container = lab.start();
        lab.engine.copyInto(container, "/opt", Contexts.of("kit/a.txt", "é\n", "kit/b", "b"));
        assertThat(shell(container, "cat /opt/kit/a.txt /opt/kit/b").stdout()).isEqualTo("é\nb");
        shell(container, "seq 1 50000 > /opt/long");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        lab.engine.copyOut(container, "/opt/long", out);
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("1\n2\n").endsWith("50000\n");
    }

    @Test
    void tellsWhatCannotBeCopied() {
        String container = lab.start();
        OutputStream nowhere = OutputStream.nullOutputStream();
        assertThat(problem(() -> lab.engine.copyOut(container, "/opt/none", nowhere)))
                .isInstanceOf(EngineProblem.FileMissing.class);
        assertThat(problem(() -> lab.engine.copyOut(container, "/etc", nowhere)).message())
                .contains("is not a file");
        assertThat(problem(() -> lab.engine.copyInto(container, "/none", Contexts.of("a", "b"))))
                .isInstanceOf(EngineProblem.FileMissing.class);
        assertThat(
                        problem(() ->
                                        lab.engine.copyInto(
                                                container,
                                                "/opt",
                                                out -> {
                                                    throw new IOException("disk on fire");
                                                }))
                                .message())
                .contains("disk on fire");
        assertThat(problem(() -> lab.engine.copyOut("nonesuch", "/x", nowhere)))
                .isInstanceOf(EngineProblem.ContainerMissing.class);
    }

    @Test
    void findsContainersAndVolumesByLabel() throws IOException {
        String volume = "pykiln-test-" + lab.id;
        lab.engine.createVolume(volume, lab.label);
        lab.engine.createVolume(volume, lab.label);
        String container =
                lab.engine.start(
                        lab.container(Map.of(Labels.SESSION, "s1"), Map.of(volume, "/kit")),
                        warning -> {});
        assertThat(lab.engine.volumes(lab.label)).containsExactly(volume);
        assertThat(lab.engine.volumes(Map.of(Lab.LABEL, ""))).contains(volume);
        assertThat(shell(container, "touch /kit/x").succeeded()).isTrue();
        ContainerFacts facts =
                lab.engine.containers(Map.of(Lab.LABEL, lab.id, Labels.SESSION, "")).getFirst();
        assertThat(facts.id()).isEqualTo(container);
        assertThat(facts.running()).isTrue();
        assertThat(facts.labels()).containsEntry(Labels.SESSION, "s1");
        assertThat(lab.engine.containers(Map.of(Lab.LABEL, lab.id, Labels.SESSION, "s2")))
                .isEmpty();
        lab.engine.removeContainer(container);
        lab.engine.removeVolume(volume);
        assertThat(lab.engine.volumes(lab.label)).isEmpty();
        lab.engine.removeVolume(volume);
    }

    @Test
    void tellsAnImageThatIsNotThere() {
        assertThat(lab.engine.image("pykiln-test/nonesuch:1")).isEmpty();
        var request = lab.container(Map.of(), Map.of());
        var missing =
                new ContainerRequest(
                        "pykiln-test/nonesuch:1",
                        request.command(),
                        "",
                        Map.of(),
                        lab.label,
                        Map.of(),
                        true,
                        request.cpuset(),
                        0,
                        true,
                        Map.of());
        assertThat(problem(() -> lab.engine.start(missing, warning -> {})))
                .isInstanceOf(EngineProblem.ImageMissing.class);
    }

    @Test
    void sweepsWhatHasLostItsOwner() throws Exception {
        Process ended = new ProcessBuilder("sleep", "0").start();
        ended.waitFor();
        Owner self = Owner.self();
        Owner gone = new Owner(self.host(), ended.pid(), self.startMillis());
        String orphan = owned(gone);
        String mine = owned(self);
        Cancellation withoutWaiting = new Cancellation();
        withoutWaiting.cancel();

        assertThat(new Sweep(lab.engine).run(withoutWaiting))
                .extracting(ContainerFacts::id)
                .contains(orphan)
                .doesNotContain(mine);
        assertThat(lab.engine.containers(lab.label))
                .extracting(ContainerFacts::id)
                .containsExactly(mine);
    }

    private String owned(Owner owner) {
        return lab.engine.start(
                lab.container(Map.of(Labels.OWNER, owner.label()), Map.of()), warning -> {});
    }

    private ExecResult shell(String container, String script) {
        return lab.engine.exec(container, ExecRequest.of("sh", "-c", script), new Cancellation());
    }

    /// Command lines, without those of the question itself.
    private List<String> processes(String container) {
        List<String> words = new ArrayList<>();
        String all = shell(container, "cat /proc/[0-9]*/cmdline | tr '\\0' '\\n'").stdout();
        all.lines().forEach(words::add);
        return words;
    }

    private interface Work {
        void run() throws IOException;
    }

    private static EngineProblem problem(Work work) {
        EngineException e = catchThrowableOfType(EngineException.class, work::run);
        return e == null ? null : e.problem();
    }
}
