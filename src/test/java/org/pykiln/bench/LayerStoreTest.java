package org.pykiln.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.engine.Cancellation;
import org.pykiln.image.ImageBuilder;
import org.pykiln.image.Receipts;
import org.pykiln.testing.FakeEngine;
import org.pykiln.wheels.PipSurroundings;
import org.pykiln.workspace.Workspace;

@DisabledOnOs(OS.WINDOWS)
final class LayerStoreTest {
    private static final String HASH = " --hash=sha256:" + "0".repeat(64) + "\n";
    private static final LayerLock LOCK =
            LayerLock.parse("bm_x", "bm_x.txt", "a==1" + HASH + "b==2" + HASH);
    private static final LayerTarget TARGET =
            new LayerTarget("3.13.5", false, LayerLibc.GLIBC, "amd64");

    @TempDir Path folder;

    private final List<String> log = new ArrayList<>();
    private final FakeEngine engine = new FakeEngine();
    private Workspace workspace;

    @BeforeEach
    void workspace() {
        workspace = new Workspace(folder.resolve("home"));
    }

    /// @param script what pip does; `$last` is the folder it downloads into
    private LayerStore store(String script) throws IOException {
        Path python = folder.resolve("python-" + log.size() + script.hashCode());
        Files.writeString(python, "#!/bin/sh\nfor last; do :; done\n" + script);
        Files.setPosixFilePermissions(python, PosixFilePermissions.fromString("rwx------"));
        ImageBuilder builder =
                new ImageBuilder(
                        engine, new Receipts(workspace.receipts()), InstantSource.system());
        return new LayerStore(
                workspace,
                new HostPip(List.of(python.toString())),
                new SourceWheels(
                        engine,
                        builder,
                        (plan, tell, cancel) -> List.of(),
                        PipSurroundings.of(Map.of())));
    }

    private Layer layer(LayerStore store) throws LayerMissingException, IOException {
        return store.layer(LOCK, TARGET, log::add, new Cancellation());
    }

    private static final String BOTH =
            "echo \"$@\" > \"$0.said\"; echo A > $last/a-1-py3-none-any.whl;"
                    + " echo B > $last/b-2-py3-none-any.whl\n";

    @Test
    void aLayerIsFetchedOnceAndHasTheNameOfItsContent() throws Exception {
        Layer layer = layer(store(BOTH));
        assertThat(layer.wheels())
                .extracting(wheel -> wheel.getFileName().toString())
                .containsExactly("a-1-py3-none-any.whl", "b-2-py3-none-any.whl");
        assertThat(log).containsExactly("Fetching the packages of bm_x for " + TARGET.text());
        assertThat(layer(store("exit 9\n"))).isEqualTo(layer);
        assertThat(LayerStore.hashes(workspace)).containsExactly(layer.hash());
        assertThat(said()).contains("--require-hashes", "--only-binary=:all:", "--abi cp313");

        LayerTarget other = new LayerTarget("3.13.6", false, LayerLibc.GLIBC, "amd64");
        Layer same = store(BOTH).layer(LOCK, other, log::add, new Cancellation());
        assertThat(same.hash()).isEqualTo(layer.hash());
        assertThat(same.volume().name()).isEqualTo(layer.volume().name());
    }

    private String said() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            Path said =
                    files.filter(file -> file.toString().endsWith(".said"))
                            .findFirst()
                            .orElseThrow();
            return Files.readString(said);
        }
    }

    @Test
    void whatIsBrokenIsNotMeasuredWith() throws Exception {
        Layer layer = layer(store(BOTH));
        Files.writeString(layer.wheels().getFirst(), "changed");
        assertThatThrownBy(() -> layer(store(BOTH)))
                .isInstanceOf(LayerMissingException.class)
                .hasMessageContaining("was changed since it was made; remove it");
    }

    @Test
    void aFailureLeavesNothing() throws Exception {
        assertThatThrownBy(() -> layer(store("echo A > $last/a-1.whl; echo no route; exit 1\n")))
                .isInstanceOf(LayerMissingException.class)
                .hasMessage("pip says: no route");
        assertThat(LayerStore.hashes(workspace)).isEmpty();
        try (Stream<Path> left = Files.list(workspace.layers())) {
            assertThat(left).isEmpty();
        }
        assertThatThrownBy(() ->
                        new LayerStore(
                                        workspace,
                                        new HostPip(List.of("no-such-python")),
                                        new SourceWheels(
                                                engine,
                                                new ImageBuilder(
                                                        engine,
                                                        new Receipts(workspace.receipts()),
                                                        InstantSource.system()),
                                                (plan, tell, cancel) -> List.of(),
                                                PipSurroundings.of(Map.of())))
                                .layer(LOCK, TARGET, log::add, new Cancellation()))
                .hasMessage("this computer has no no-such-python, which fetches packages");
    }

    @Test
    void cancellingEndsPip() throws Exception {
        LayerStore store = store("echo started; exec sleep 60\n");
        Cancellation cancellation = new Cancellation();
        Thread.ofVirtual().start(cancellation::cancel);
        assertThatThrownBy(() -> store.layer(LOCK, TARGET, log::add, cancellation))
                .isInstanceOf(CancellationException.class);
        assertThat(LayerStore.hashes(workspace)).isEmpty();
    }

    /// The neutral image is asked for, and an engine that builds nothing is a reason.
    @Test
    void whatHasNoWheelIsCompiled() throws Exception {
        String noWheelForB =
                """
                while [ "$1" != -r ]; do shift; done
                if grep -q b== "$2"; then
                  echo 'ERROR: No matching distribution found for b==2'; exit 1
                fi
                echo A > $last/a-1-py3-none-any.whl
                """;
        assertThatThrownBy(() -> layer(store(noWheelForB)))
                .isInstanceOf(LayerMissingException.class)
                .hasMessageContaining("neutral image for Python 3.13.5, glibc 2.41, amd64");
        assertThat(log).anyMatch(line -> line.startsWith("building the neutral image"));
    }
}
