package org.pykiln.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.engine.Cancellation;
import org.pykiln.workspace.Workspace;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the stand-in for pip is a shell script")
final class KitTest {
    @TempDir Path folder;

    private Workspace workspace;
    private final List<String> log = new ArrayList<>();

    @BeforeEach
    void workspace() {
        workspace = new Workspace(folder.resolve("home"));
    }

    /// A stand-in for Python whose pip finds its packages in a folder; `$10` is pip's `-d`.
    private Kit kit(String script) throws IOException {
        Path python = folder.resolve("python");
        Files.writeString(python, "#!/bin/sh\nfor last; do :; done\n" + script);
        assertThat(python.toFile().setExecutable(true)).isTrue();
        return new Kit(workspace, new HostPip(List.of(python.toString())), FakeKit.LOCK);
    }

    @Test
    void fetchesOnceAndIsOfflineThen() throws IOException {
        Path index = Files.createDirectories(folder.resolve("index"));
        FakeKit.write(index);
        Kit kit = kit("echo \"$@\"; cp " + index + "/* \"$last\"\n");
        assertThat(kit.isComplete()).isFalse();
        kit.fetch(log::add, new Cancellation());
        assertThat(kit.isComplete()).isTrue();
        assertThat(log.getFirst()).contains("--require-hashes", "--no-deps", "-r ", "-d ");
        try (var files = Files.list(workspace.kits())) {
            assertThat(files).hasSize(2);
        }

        Kit offline = new Kit(workspace, new HostPip(List.of("no-such-python")), FakeKit.LOCK);
        assertThatCode(() -> offline.fetch(log::add, new Cancellation()))
                .doesNotThrowAnyException();
    }

    @Test
    void otherContentIsRefusedAndNotKept() throws IOException {
        Path index = Files.createDirectories(folder.resolve("index"));
        FakeKit.write(index);
        Files.writeString(index.resolve("pyperf-1.0-py3-none-any.whl"), "something else");
        Kit kit = kit("cp " + index + "/* \"$last\"\n");
        assertThatThrownBy(() -> kit.fetch(log::add, new Cancellation()))
                .isInstanceOf(BenchException.class)
                .hasMessageContaining("does not have the content that PyKiln expects");
        assertThat(workspace.kits().resolve("pyperf-1.0-py3-none-any.whl")).doesNotExist();
    }

    @Test
    void saysWhatToDoWithoutPipOrPythonOrNetwork() throws IOException {
        assertThatThrownBy(() ->
                        kit("echo '/usr/bin/python3: No module named pip' >&2; exit 1")
                                .fetch(log::add, new Cancellation()))
                .hasMessageContaining("No module named pip")
                .hasMessageContaining("copy pyperf-1.0-py3-none-any.whl and")
                .hasMessageContaining(workspace.kits().toString());
        Kit none = new Kit(workspace, new HostPip(List.of("no-such-python")), FakeKit.LOCK);
        assertThatThrownBy(() -> none.fetch(log::add, new Cancellation()))
                .isInstanceOf(BenchException.class)
                .hasMessageContaining("this computer has no no-such-python");
    }

    @Test
    void wheelsThatAPersonCopiedAreEnough() throws IOException {
        Files.createDirectories(workspace.kits());
        FakeKit.write(workspace.kits());
        Kit kit = new Kit(workspace, new HostPip(List.of("no-such-python")), FakeKit.LOCK);
        kit.fetch(log::add, new Cancellation());
        assertThat(kit.isComplete()).isTrue();
    }

    @Test
    void canBeCancelled() throws IOException {
        Cancellation cancellation = new Cancellation();
        Kit kit = kit("echo started; exec sleep 60\n");
        assertThatThrownBy(() -> kit.fetch(line -> cancellation.cancel(), cancellation))
                .isInstanceOf(CancellationException.class);
        try (var left = Files.list(workspace.kits())) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void theArchiveHoldsTheWheelsAndTheUnitProgramAndIsTheSameEveryTime() throws IOException {
        Kit kit = FakeKit.in(workspace);
        ByteArrayOutputStream once = new ByteArrayOutputStream();
        KitVolume.of(kit).content().writeTo(once);
        ByteArrayOutputStream twice = new ByteArrayOutputStream();
        KitVolume.of(kit).content().writeTo(twice);
        assertThat(once.toByteArray()).isEqualTo(twice.toByteArray());

        List<String> names = new ArrayList<>();
        TarArchiveInputStream tar =
                new TarArchiveInputStream(new ByteArrayInputStream(once.toByteArray()));
        for (TarArchiveEntry e = tar.getNextEntry(); e != null; e = tar.getNextEntry()) {
            names.add(e.getName());
            if (e.getName().endsWith("unit.py")) {
                assertThat(new String(tar.readAllBytes(), StandardCharsets.UTF_8))
                        .isEqualTo(KitLock.resource("unit.py"));
            }
        }
        assertThat(names)
                .containsExactly(
                        "opt/pykiln/kit/",
                        "opt/pykiln/kit-staging/",
                        "opt/pykiln/kit-staging/pyperf/__init__.py",
                        "opt/pykiln/kit-staging/pyperformance/__init__.py",
                        "opt/pykiln/kit-staging/unit.py",
                        "opt/pykiln/kit-staging/pyperformance/data-files/benchmarks/bm_alloc/run_benchmark.py",
                        "opt/pykiln/kit-staging/pyperformance/data-files/benchmarks/bm_homeassistant/run_benchmark.py");
    }

    @Test
    void theLockPinsWhatTheCatalogueWasMadeFrom() {
        assertThat(Kit.pyperfVersion()).isEqualTo("2.10.0");
        assertThat(Kit.pyperformanceVersion()).isEqualTo("1.14.0");
        assertThat(Kit.HASH).hasSize(64);
    }
}
