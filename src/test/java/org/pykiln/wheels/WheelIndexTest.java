package org.pykiln.wheels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pykiln.workspace.AtomicFiles;

class WheelIndexTest {
    private static final String ONE =
            "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed";
    private static final String TWO =
            "3fc4ccfe745870e2c0d99f71f30ff0656c8dedd41cc1d7d3d376b0dbe685e2f3";
    private static final Wheel MARKUPSAFE =
            new Wheel("MarkupSafe-3.0.2-cp313-cp313-manylinux_2_17_x86_64.whl", ONE);
    private static final Wheel SIX = new Wheel("six-1.17.0-py2.py3-none-any.whl", TWO);

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "MarkupSafe-3.0.2-cp313-cp313-musllinux_1_2_x86_64.whl, markupsafe, 3.0.2",
        "zope.interface-7.2-cp313-cp313-linux_x86_64.whl, zope-interface, 7.2",
        "ruamel.yaml__clib-0.2.12-1-cp313-cp313-linux_x86_64.whl, ruamel-yaml-clib, 0.2.12",
        "torch-2.5.1+cpu-cp313-cp313-linux_x86_64.whl, torch, 2.5.1+cpu"
    })
    void aWheelsNameSaysWhatItIs(String file, String project, String version) {
        Wheel wheel = new Wheel(file, "0");
        assertThat(wheel.project()).isEqualTo(project);
        assertThat(wheel.version()).isEqualTo(version);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../x-1-py3-none-any.whl",
                "x.whl",
                "a-1-py3-none-any.zip",
                "<a>-1-p-n-a.whl"
            })
    void aNameThatIsNoWheelsIsRefused(String file) {
        assertThatThrownBy(() -> new Wheel(file, "0")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void pagesAndLockNameEveryWheel() throws IOException {
        WheelIndex index = WheelIndex.at(folder.resolve("new"));
        index.add(Map.of(MARKUPSAFE, text("one")));
        index.add(Map.of(SIX, text("two")));

        Path simple = folder.resolve("new/simple");
        assertThat(simple.resolve("index.html")).content().contains("markupsafe/", "six/");
        assertThat(simple.resolve("markupsafe/index.html"))
                .content()
                .contains("../../wheels/" + MARKUPSAFE.file() + "#sha256=" + ONE);
        assertThat(folder.resolve("new/requirements.lock"))
                .content()
                .isEqualTo(
                        """
                        markupsafe==3.0.2 \\
                            --hash=sha256:7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed
                        six==1.17.0 \\
                            --hash=sha256:3fc4ccfe745870e2c0d99f71f30ff0656c8dedd41cc1d7d3d376b0dbe685e2f3
                        """);
    }

    @Test
    void aFolderWithSomethingElseIsRefused() throws IOException {
        Files.writeString(folder.resolve("thesis.tex"), "years of work");
        assertThatThrownBy(() -> WheelIndex.at(folder))
                .isInstanceOf(WheelsException.class)
                .hasMessageContaining("something else");
    }

    /// A kill after the wheels and before the pages leaves a folder that can be taken up again.
    @Test
    void wheelsWithoutPagesAreTakenUp() throws IOException {
        Files.createDirectories(folder.resolve("wheels"));
        Files.writeString(folder.resolve("wheels").resolve(MARKUPSAFE.file()), "one");
        WheelIndex.at(folder).add(Map.of());
        assertThat(folder.resolve("simple/markupsafe/index.html")).exists();
    }

    @Test
    void whatFailsLeavesTheIndexAsItWas() throws IOException {
        WheelIndex index = WheelIndex.at(folder);
        index.add(Map.of(MARKUPSAFE, text("one")));
        assertThatThrownBy(() ->
                        index.add(
                                Map.of(
                                        MARKUPSAFE,
                                        out -> {
                                            out.write('x');
                                            throw new IOException("the engine is gone");
                                        })))
                .isInstanceOf(IOException.class);
        assertThat(Optional.of(folder.resolve("wheels").resolve(MARKUPSAFE.file())))
                .hasValueSatisfying(file -> assertThat(file).content().isEqualTo("one"));
    }

    @Test
    void aContentThatIsNotTheWheelsIsRefused() throws IOException {
        WheelIndex index = WheelIndex.at(folder.resolve("new"));
        assertThatThrownBy(() -> index.add(Map.of(MARKUPSAFE, text("two"))))
                .isInstanceOf(WheelsException.class)
                .hasMessageContaining(MARKUPSAFE.file());
        assertThat(folder.resolve("new")).doesNotExist();
    }

    /// Whoever has pinned its hash must find the file again.
    @Test
    void aNameIsNeverGivenToAnotherFile() throws IOException {
        WheelIndex index = WheelIndex.at(folder);
        index.add(Map.of(MARKUPSAFE, text("one")));
        WheelIndex.Added again = index.add(Map.of(new Wheel(MARKUPSAFE.file(), TWO), text("two")));
        assertThat(again.kept()).containsExactly(MARKUPSAFE.file());
        assertThat(again.wheels()).containsExactly(MARKUPSAFE);
    }

    @Test
    void theIdNamesEveryFile() throws IOException {
        WheelIndex index = WheelIndex.at(folder);
        assertThat(index.id()).isEmpty();
        index.add(Map.of(MARKUPSAFE, text("one")));
        String first = index.id().orElseThrow();
        assertThat(index.files()).hasSize(2);
        index.add(Map.of(SIX, text("two")));
        assertThat(index.id()).hasValueSatisfying(id -> assertThat(id).isNotEqualTo(first));

        Files.writeString(folder.resolve("wheels").resolve(SIX.file()), "three");
        assertThatThrownBy(index::files)
                .isInstanceOf(WheelsException.class)
                .hasMessageContaining(SIX.file());
    }

    private static AtomicFiles.Content text(String content) {
        return out -> out.write(content.getBytes(StandardCharsets.UTF_8));
    }
}
