package org.pykiln.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.cli.Cli.Ran;
import org.pykiln.engine.EngineProblem;
import org.pykiln.workspace.RecentFolders;

/// A result on another machine: another workspace, without receipts and without an engine.
class BundleCommandTest {
    @TempDir Path folder;

    private Path session;
    private Path bundle;
    private Cli here;
    private Cli there;

    @BeforeEach
    void setUp() {
        session = folder.resolve("measured");
        bundle = folder.resolve("measured.zip");
        here = new Cli(folder.resolve("home"));
        there = new Cli(folder.resolve("another-home"));
        there.noEngine = Optional.of(new EngineProblem.Unreachable("fake:", "nothing answers"));
        done(here, "lab", "debian-o2", "debian-o3", "-b", "nbody,float", "--quick", "-o", session);
    }

    @Test
    void anotherMachineHasTheSameTablesByteForByte() throws IOException {
        done(here, "bundle", session, "-o", bundle);
        Path opened = folder.resolve("opened");
        Ran ran = done(there, "open-bundle", bundle, "--to", opened);

        assertThat(ran.err())
                .contains(
                        "./pykiln build " + opened.resolve("bundle/images/debian-o2/preset.json"));
        assertThat(there.workspace().receipts()).doesNotExist();
        for (Path other : List.of(opened, bundle)) {
            same("analyse", other);
            same("analyse", other, "--json");
            same("analyse", other, "--baseline", "debian-o3");
            same("replay", other);
            for (String ending : List.of("html", "md", "csv", "json")) {
                sameReport(other, ending);
            }
            sameReport(other, "html", "--beside", "home-assistant-2020");
        }
        for (String command : List.of("stats", "check-results", "dump")) {
            Ran original = here.run(words(command, session.resolve("debian-o2.json")));
            assertThat(there.run(words(command, opened.resolve("debian-o2.json"))))
                    .matches(imported -> imported.out().equals(original.out()))
                    .matches(imported -> imported.code() == original.code());
        }
        assertThat(compared(there, opened)).isEqualTo(compared(here, session));
        assertThat(new RecentFolders(there.workspace().recentFile()).list())
                .containsExactly(opened);
        for (String name : List.of("report.html", "comparison.md", "comparison.csv")) {
            assertThat(opened.resolve(name)).hasSameBinaryContentAs(session.resolve(name));
        }
    }

    /// The order and all units came along, so the same command repeats nothing but the builds.
    @Test
    void whereTheImagesAreASessionGoesOn() {
        done(here, "bundle", session, "-o", bundle);
        Cli sameEngine = new Cli(folder.resolve("another-home"), here.lab);
        Path opened = folder.resolve("opened");
        done(sameEngine, "open-bundle", bundle, "--to", opened);
        int measured =
                here.lab.bench.measured().values().stream().mapToInt(Integer::intValue).sum();

        Ran again =
                sameEngine.run(
                        words(
                                "lab",
                                "debian-o2",
                                "debian-o3",
                                "-b",
                                "nbody,float",
                                "--quick",
                                "-o",
                                opened));

        assertThat(again.code()).as(again.err()).isZero();
        assertThat(here.lab.bench.measured().values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(measured);
    }

    @Test
    void aPresetOfABundleBuildsTheVeryRecipe() {
        done(here, "bundle", session, "-o", bundle);
        Path opened = folder.resolve("opened");
        done(there, "open-bundle", bundle, "--to", opened);

        Ran built =
                done(
                        there,
                        "diff",
                        opened.resolve("bundle/images/debian-o3/preset.json"),
                        "debian-o3");

        assertThat(built.out()).doesNotContain("opt-level");
    }

    @Test
    void badInputIsNamed() throws IOException {
        assertThat(here.run(words("bundle", session, "-o", folder.resolve("x.tar"))))
                .matches(ran -> ran.code() == 2)
                .extracting(Ran::err)
                .asString()
                .contains("expected a file that ends in .zip");
        assertThat(here.run(words("bundle", folder, "-o", bundle)).err())
                .contains("holds no session: expected the folder of a bench or a lab");
        Path noZip = Files.writeString(folder.resolve("no.zip"), "PK");
        Ran ran = here.run(words("open-bundle", noZip, "--to", folder.resolve("x")));
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("no.zip is not a bundle that can be used: it is no ZIP");
        assertThat(here.run(words("analyse", noZip)).err()).contains("it is no ZIP file");
        assertThat(here.run(words("open-bundle", folder.resolve("y.zip"), "--to", folder)).err())
                .contains("y.zip");
        assertThat(here.run(words("report", session, "-o", folder.resolve("x.pdf"))).err())
                .contains("expected a file that ends in .html, .md, .csv or .json");
        assertThat(here.run(words("replay", session, "--beside", "seed")).err())
                .contains("there are no reference results \"seed\"; expected home-assistant-2020");
    }

    private void same(String command, Path other, String... options) {
        Ran original = done(here, command, session, options);
        Ran imported = done(there, command, other, options);
        assertThat(imported.out()).isNotEmpty().isEqualTo(original.out());
        assertThat(imported.err()).isEqualTo(original.err());
    }

    private void sameReport(Path other, String ending, String... options) {
        Path original = folder.resolve("original." + ending);
        Path imported = folder.resolve("imported." + ending);
        done(here, "report", session, "-o", original, options);
        done(there, "report", other, "-o", imported, options);
        assertThat(imported).isNotEmptyFile().hasSameBinaryContentAs(original);
    }

    private static String compared(Cli cli, Path folder) {
        return done(
                        cli,
                        "compare",
                        folder.resolve("debian-o2.json"),
                        folder.resolve("debian-o3.json"),
                        "--table")
                .out();
    }

    private static Ran done(Cli cli, Object... words) {
        Ran ran = cli.run(words(words));
        assertThat(ran.code()).as(ran.err()).isZero();
        return ran;
    }

    private static String[] words(Object... words) {
        return List.of(words).stream()
                .flatMap(word ->
                        word instanceof String[] some
                                ? List.of(some).stream()
                                : List.of(word).stream())
                .map(Object::toString)
                .toArray(String[]::new);
    }
}
