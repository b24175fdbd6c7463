package org.pykiln.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pykiln.engine.EngineArchitecture.Execution;
import org.pykiln.engine.docker.DockerDiscovery;
import org.pykiln.engine.docker.Surroundings;
import org.pykiln.recipe.knob.ArchitectureKnob;
import org.pykiln.testing.EngineTest;
import org.pykiln.testing.FakeEngine;

class ArchitectureProbeTest {
    private final FakeEngine engine =
            new FakeEngine().executing(Map.of("arm64", "aarch64", "arm/v7", "armv7l"));
    private final EngineArchitectures architectures = new EngineArchitectures();

    @Test
    void thereIsAProgramForEveryArchitectureOfTheKnob() {
        assertThat(ArchitectureProbe.NAMES)
                .containsExactlyElementsOf(ArchitectureKnob.ARCHITECTURE.domain().suggestions());
    }

    @ParameterizedTest
    @CsvSource({
        "amd64,2,62",
        "i386,1,3",
        "arm64,2,183",
        "arm/v7,1,40",
        "arm/v6,1,40",
        "riscv64,2,243",
        "ppc64le,2,21",
        "s390x,2,22"
    })
    void programsAreOfTheirArchitecture(String name, int width, int machine) {
        byte[] program = ArchitectureProbe.program(name);

        assertThat(program).hasSize(256).startsWith(0x7f, 'E', 'L', 'F', width);
        int low = name.equals("s390x") ? 19 : 18;
        assertThat(program[low] & 0xff).isEqualTo(machine);
    }

    /// The committed bytes are those of the sources beside them.
    @Test
    void programsAreMadeFromTheirSources(@TempDir Path folder)
            throws IOException, InterruptedException {
        Path sources = Path.of("src/main/resources/org/pykiln/engine/programs");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/llvm-mc")), "needs LLVM");

        Process make =
                new ProcessBuilder("sh", sources.resolve("make.sh").toString(), folder.toString())
                        .inheritIO()
                        .start();

        assertThat(make.waitFor()).isZero();
        for (String name : ArchitectureProbe.NAMES) {
            assertThat(folder.resolve(name.replace('/', '-') + ".elf"))
                    .hasBinaryContent(ArchitectureProbe.program(name));
        }
    }

    @Test
    void tellsNativeFromEmulatedFromNotExecuted() {
        assertThat(architectures.of(engine))
                .containsExactly(
                        new EngineArchitecture("amd64", Execution.NATIVE),
                        new EngineArchitecture("i386", Execution.NATIVE),
                        new EngineArchitecture("arm64", Execution.EMULATED),
                        new EngineArchitecture("arm/v7", Execution.EMULATED),
                        new EngineArchitecture("arm/v6", Execution.NONE),
                        new EngineArchitecture("riscv64", Execution.NONE),
                        new EngineArchitecture("ppc64le", Execution.NONE),
                        new EngineArchitecture("s390x", Execution.NONE));
    }

    /// QEMU names the CPU that it pretends, a kernel itself.
    @ParameterizedTest
    @CsvSource({
        "amd64, i386,  x86_64,  NATIVE",
        "amd64, i386,  i686,    NATIVE",
        "amd64, i386,  '',      NONE",
        "amd64, arm64, aarch64, EMULATED",
        "arm64, arm/v7, aarch64, NATIVE",
        "arm64, arm/v7, armv8l, NATIVE",
        "arm64, arm/v6, armv7l, EMULATED",
        "arm64, amd64, x86_64,  EMULATED",
        "arm64, i386,  i686,    EMULATED",
        "arm/v7, arm/v6, armv7l, NATIVE",
        "riscv64, riscv64, riscv64, NATIVE"
    })
    void whoExecutesAProgramIsSeenByTheMachineItSees(
            String own, String name, String machine, Execution expected) {
        assertThat(ArchitectureProbe.execution(name, machine, own)).isEqualTo(expected);
    }

    @Test
    void isAskedOnceAndLeavesNothing() {
        architectures.of(engine);
        architectures.of(engine);

        assertThat(engine.builds()).hasSize(1);
        assertThat(engine.left()).isEmpty();
        assertThat(engine.images(Map.of(Labels.OWNER, ""))).isEmpty();
        assertThat(engine.started())
                .singleElement()
                .satisfies(request -> {
                    assertThat(request.network()).isFalse();
                    assertThat(request.memoryBytes()).isPositive();
                    assertThat(request.labels()).containsKey(Labels.OWNER);
                });

        architectures.forget();
        architectures.of(engine);
        assertThat(engine.builds()).hasSize(2);
    }

    @Test
    void theEnginesOwnArchitectureNeedsNoQuestion() {
        assertThat(architectures.execution(engine, "amd64")).isEqualTo(Execution.NATIVE);
        assertThat(engine.builds()).isEmpty();
        assertThat(architectures.execution(engine, "arm64")).isEqualTo(Execution.EMULATED);
        assertThat(architectures.execution(engine, "s390x")).isEqualTo(Execution.NONE);
        assertThat(architectures.execution(engine, "loong64")).isEqualTo(Execution.NONE);
    }

    @Test
    void aFailureIsNotRemembered() {
        engine.failBuildsAt(1, new EngineProblem.OutOfSpace("full"));
        assertThatThrownBy(() -> architectures.of(engine)).isInstanceOf(EngineException.class);

        engine.failBuildsAt(99, new EngineProblem.OutOfSpace("full"));
        assertThat(architectures.of(engine)).hasSize(8);
    }

    @Test
    void anUnheardOfEngineExecutesItsOwn() {
        engine.withFacts(
                new EngineFacts("x", "fake:", "0", "1.44", "mips64le", 1, 1, "Other", "", "", "2"));

        assertThat(architectures.of(engine))
                .containsExactly(new EngineArchitecture("mips64le", Execution.NATIVE));
        assertThat(engine.builds()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Debian GNU/Linux 12 (bookworm)|amd64|arm64|sudo apt-get install qemu-user-static",
                "Ubuntu 26.04 LTS|amd64|s390x|sudo apt-get install qemu-user-static",
                "Fedora Linux 44|amd64|arm64|sudo dnf install qemu-user-static",
                "Docker Desktop|arm64|amd64|docker run --privileged --rm tonistiigi/binfmt --install amd64",
                "Debian GNU/Linux 13|arm64|arm/v7|docker run --privileged --rm tonistiigi/binfmt --install arm"
            })
    void theHelpFitsTheEnginesHost(String system, String own, String missing, String command) {
        EngineFacts facts =
                new EngineFacts("x", "fake:", "0", "1.44", own, 1, 1, system, "", "", "2");

        assertThat(Emulators.commands(facts, List.of(missing)).getFirst()).isEqualTo(command);
    }

    @Test
    @EngineTest
    void aRealEngineAnswersAndKeepsNothing() {
        try (Engine real = new DockerDiscovery(Surroundings.ofThisMachine()).open()) {
            long start = System.nanoTime();
            List<EngineArchitecture> answers = architectures.of(real);
            System.out.printf("%s in %.1f s%n", answers, (System.nanoTime() - start) / 1e9);

            assertThat(answers).hasSize(ArchitectureProbe.NAMES.size());
            assertThat(answers.getFirst())
                    .isEqualTo(
                            new EngineArchitecture(real.facts().architecture(), Execution.NATIVE));
            Map<String, String> mine = Map.of(Labels.OWNER, Owner.self().label());
            assertThat(real.containers(mine)).isEmpty();
            assertThat(real.images(mine)).isEmpty();
        }
    }
}
