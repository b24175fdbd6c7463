package org.pykiln.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.bench.Kit;
import org.pykiln.engine.Cancellation;
import org.pykiln.image.Receipt;
import org.pykiln.preset.PresetFile;
import org.pykiln.pyperf.PerfJson;
import org.pykiln.workspace.Workspace;

class BundleTest {
    private static final PrivateText PRIVACY =
            PrivateText.of(Map.of(), Map.of("a path in the home folder", Path.of("/home/ada")));

    @TempDir Path folder;

    private Path session;
    private Path bundle;

    @BeforeEach
    void measure() throws IOException {
        session = folder.resolve("o3-or-not");
        bundle = folder.resolve("bundle.zip");
        FakeLab fake = new FakeLab(new Workspace(folder.resolve("home")));
        try (Workshop workshop = fake.workshop()) {
            workshop.lab().run(FakeLab.twoRecipes(), session, event -> {}, new Cancellation());
        }
    }

    @Test
    void holdsAllThatIsNeededToBuildAndMeasureAgain() throws IOException {
        Bundle.write(session, bundle, PRIVACY);

        Map<String, byte[]> files = files(bundle);
        assertThat(files)
                .containsKeys(
                        "README.md",
                        "session.json",
                        "lab.json",
                        "calibration/nbody.json",
                        "units/o2/nbody/1.json",
                        "units/o3/float/6.json",
                        "o2.json",
                        "o3.json",
                        "receipts/o2.json",
                        "report.html",
                        "comparison.csv",
                        "analysis.json",
                        "bundle/images/o3/Dockerfile",
                        "bundle/images/o3/preset.json",
                        "bundle/host.json",
                        "bundle/manifest.json");
        Receipt receipt = LabFolder.receipt(session, "o3").orElseThrow();
        assertThat(text(files, "bundle/images/o3/Dockerfile")).isEqualTo(receipt.dockerfile());
        assertThat(text(files, "bundle/images/o3/SHA256SUMS"))
                .matches("[0-9a-f]{64}  Python-[0-9.]+\\.tar\\.xz\n");
        assertThat(text(files, "bundle/kit.txt")).isEqualTo(Kit.lockText());
        assertThat(text(files, "README.md"))
                .contains(
                        "./pykiln build bundle/images/o2/preset.json",
                        "./pykiln lab",
                        "-b float,nbody",
                        "--quick",
                        receipt.digest());
        Path opened = folder.resolve("opened");
        Bundle.open(bundle, opened);
        assertThat(
                        PresetFile.read(opened.resolve("bundle/images/o3/preset.json"))
                                .preset()
                                .recipe())
                .isEqualTo(FakeLab.O3);
        assertThat(PerfJson.read(opened.resolve("o2.json")).names()).contains("nbody", "float");
    }

    @Test
    void theSameSessionGivesTheSameBytesAndSoDoesItsOwnCopy() throws IOException {
        Bundle.write(session, bundle, PRIVACY);
        Path again = folder.resolve("again.zip");
        Bundle.write(session, again, PRIVACY);
        assertThat(again).hasSameBinaryContentAs(bundle);

        Bundle.open(bundle, folder.resolve("elsewhere").resolve("copy"));
        Path third = folder.resolve("third.zip");
        Bundle.write(folder.resolve("elsewhere").resolve("copy"), third, PRIVACY);
        assertThat(third).hasSameBinaryContentAs(bundle);
        try (ZipFile zip = new ZipFile(bundle.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName).toList()).isSorted();
        }
    }

    @Test
    void opensUnderItsOwnTitleWithoutUnpackingToo() throws IOException {
        Bundle.write(session, bundle, PRIVACY);
        Results original = Results.open(List.of(session));

        Results direct = Results.open(List.of(bundle));

        same(direct, original);
        assertThat(direct.title()).isEqualTo("o3-or-not");
        Bundle.open(bundle, folder.resolve("x"));
        same(Results.open(List.of(folder.resolve("x"))), original);
    }

    /// All that anybody sees of them.
    private static void same(Results results, Results original) {
        var there = LabReport.of(results, results.comparison(Optional.empty()));
        assertThat(there).isEqualTo(LabReport.of(original, original.comparison(Optional.empty())));
    }

    // What stays at home

    @Test
    void nothingOfTheMachineIsInIt() throws IOException {
        Path receipt = session.resolve("receipts").resolve("o2.json");
        Files.writeString(
                receipt,
                Files.readString(receipt)
                        .replaceFirst(
                                "\"engine\" : \"[^\"]*\"",
                                "\"engine\" : \"27.1 at unix:///home/ada/.docker/run/docker.sock\""));
        Files.writeString(
                session.resolve("failures.jsonl"),
                """
                {"image":"o3","datapoint":"go","round":1,"attempts":2,"message":"no /home/ada/x",\
                "log":"HTTPS_PROXY=http://ada:sesame@proxy.example:3128\\nPASSWORD=sesame"}
                """);
        Files.writeString(session.resolve("warnings.txt"), "tcp://box.example:2375 is slow\n");
        Files.writeString(session.resolve("notes.txt"), "sesame");

        BundleManifest manifest = Bundle.write(session, bundle, PRIVACY);

        files(bundle)
                .forEach((name, content) ->
                        assertThat(new String(content, StandardCharsets.UTF_8))
                                .as(name)
                                .doesNotContain("/home/ada", "sesame", "example", "docker.sock"));
        assertThat(text(files(bundle), "receipts/o2.json")).contains("\"engine\" : \"27.1\"");
        assertThat(manifest.removed())
                .extracting(BundleManifest.Removed::file)
                .contains("failures.jsonl", "warnings.txt", "report.html");
        assertThat(files(bundle)).doesNotContainKey("notes.txt");
        Bundle.open(bundle, folder.resolve("opened"));
        assertThat(Results.open(List.of(folder.resolve("opened"))).warnings())
                .anyMatch(warning -> warning.contains("(removed)"));
    }

    @Test
    void whatWasMeasuredIsNotChangedButRefused() throws IOException {
        Path unit = session.resolve("units").resolve("o2").resolve("nbody").resolve("2.json");
        Files.writeString(
                unit,
                Files.readString(unit)
                        .replaceFirst("\"metadata\":\\{", "\"metadata\":{\"a\":\"/home/ada/x\","));

        assertThatThrownBy(() -> Bundle.write(session, bundle, PRIVACY))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("units/o2/nbody/2.json")
                .hasMessageContaining("a path in the home folder");
        assertThat(bundle).doesNotExist();
    }

    // What others may send

    @Test
    void everyChangedByteIsNoticed() throws IOException {
        Bundle.write(session, bundle, PRIVACY);
        for (String name : List.of("units/o3/nbody/3.json", "README.md", "receipts/o2.json")) {
            rewrite(files -> change(files, name));
            refused().hasMessageContaining(name + " was changed");
        }
        rewrite(files -> files.put("README.md", new byte[0]));
        refused().hasMessageContaining("README.md has 0 bytes; the manifest says");
    }

    @Test
    void missingAndAdditionalFilesAreNamed() throws IOException {
        Bundle.write(session, bundle, PRIVACY);
        rewrite(files -> files.remove("units/o2/float/4.json"));
        refused().hasMessageContaining("units/o2/float/4.json is missing");
        rewrite(files -> files.put("units/o2/float/77.json", new byte[] {1}));
        refused().hasMessageContaining("units/o2/float/77.json is not in the manifest");
        rewrite(files -> files.remove("bundle/manifest.json"));
        refused().hasMessageContaining("it has no bundle/manifest.json");
    }

    @Test
    void noEntryLeavesTheFolder() throws IOException {
        Bundle.write(session, bundle, PRIVACY);
        for (String name :
                List.of(
                        "../evil",
                        "units/../../evil",
                        "/evil",
                        "C:/evil",
                        "a\\..\\evil",
                        "units/./x",
                        "units//x",
                        "folder/",
                        "x.",
                        ".profile",
                        "bell\u0007")) {
            rewrite(files -> files.put(name, new byte[] {1}));
            refused().hasMessageContaining("is not the name of a file in a bundle");
        }
        assertThat(folder.resolve("evil")).doesNotExist();
        assertThat(folder.getParent().resolve("evil")).doesNotExist();
    }

    @Test
    void twoEntriesOfOneNameAreRefused() throws IOException {
        Bundle.write(session, bundle, PRIVACY);
        rewrite(files -> files.put("readme.MD", new byte[] {1}));
        refused().hasMessageContaining("is there twice");

        // the same name: written as another one of the same length, then renamed in the bytes
        rewrite(files -> files.put("README.mx", new byte[] {1}));
        byte[] bytes = Files.readAllBytes(folder.resolve("other.zip"));
        Files.write(folder.resolve("other.zip"), replaced(bytes, "README.mx", "README.md"));
        refused().hasMessageContaining("README.md is there twice");
    }

    @Test
    void anotherSchemaIsRefused() throws IOException {
        Bundle.write(session, bundle, PRIVACY);
        for (String schema : List.of("2", "\"1\"", "null")) {
            rewrite(files ->
                    files.computeIfPresent(
                            "bundle/manifest.json",
                            (name, bytes) ->
                                    new String(bytes, StandardCharsets.UTF_8)
                                            .replace("\"schema\" : 1", "\"schema\" : " + schema)
                                            .getBytes(StandardCharsets.UTF_8)));
            refused().hasMessageContaining("bundle/manifest.json cannot be used: its schema is");
        }
        rewrite(files -> files.put("bundle/manifest.json", new byte[] {'['}));
        refused().hasMessageContaining("bundle/manifest.json cannot be used: it is not JSON");
    }

    @Test
    void noCutFileIsOpened() throws IOException {
        Bundle.write(session, bundle, PRIVACY);
        byte[] whole = Files.readAllBytes(bundle);
        for (int length = 0; length < whole.length; length += whole.length / 40) {
            Files.write(folder.resolve("other.zip"), Arrays.copyOf(whole, length));
            refused().hasMessageContaining("it is no ZIP file, or is cut off");
        }
    }

    /// Damage anywhere is either noticed or without any effect.
    @Test
    void noDamageGoesUnnoticed() throws IOException {
        Bundle.write(session, bundle, PRIVACY);
        Results original = Results.open(List.of(session));
        byte[] whole = Files.readAllBytes(bundle);
        int noticed = 0;
        for (int at = 7; at < whole.length; at += whole.length / 97) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x21;
            Files.write(folder.resolve("other.zip"), damaged);
            try {
                same(Results.open(List.of(folder.resolve("other.zip"))), original);
            } catch (LabException refused) {
                noticed++;
            }
        }
        assertThat(noticed).isGreaterThan(40);
    }

    @Test
    void nothingIsUnpackedBeyondWhatIsAnnounced() throws IOException {
        Bundle.write(session, bundle, PRIVACY);
        rewrite(files -> files.put("README.md", new byte[50_000_000]));
        assertThat(Files.size(folder.resolve("other.zip"))).isLessThan(2_000_000);
        refused().hasMessageMatching(".*README.md is larger than the \\d+ bytes.*");

        rewrite(files -> announce(files, 900_000_000_000L));
        refused().hasMessageContaining("README.md is too large: more than 256 MiB");
    }

    @Test
    void aFolderWithSomethingInItIsLeftAlone() throws IOException {
        Bundle.write(session, bundle, PRIVACY);
        Path full = Files.createDirectories(folder.resolve("full"));
        Files.writeString(full.resolve("mine"), "mine");
        assertThatThrownBy(() -> Bundle.open(bundle, full))
                .isInstanceOf(DirectoryNotEmptyException.class);
        assertThat(full.resolve("mine")).hasContent("mine");

        Path empty = Files.createDirectories(folder.resolve("empty"));
        Bundle.open(bundle, empty);
        assertThat(empty.resolve("session.json")).exists();
        assertThatThrownBy(() -> Bundle.open(folder.resolve("no.zip"), folder.resolve("y")))
                .isInstanceOf(NoSuchFileException.class);
    }

    /// Opens `other.zip`, which must fail and leave nothing behind.
    private AbstractThrowableAssert<?, ? extends Throwable> refused() throws IOException {
        Path target = folder.resolve("refused");
        var failure =
                assertThatThrownBy(() -> Bundle.open(folder.resolve("other.zip"), target))
                        .isInstanceOfSatisfying(
                                LabException.class, e -> assertThat(e.isBadInput()).isTrue())
                        .hasMessageContaining("other.zip is not a bundle that can be used: ");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.startsWith("refused"));
        }
        return failure;
    }

    private void rewrite(Consumer<SequencedMap<String, byte[]>> change) throws IOException {
        SequencedMap<String, byte[]> files = files(bundle);
        change.accept(files);
        try (OutputStream out = Files.newOutputStream(folder.resolve("other.zip"));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
    }

    private static void change(Map<String, byte[]> files, String name) {
        byte[] content = Optional.ofNullable(files.get(name)).orElseThrow();
        content[content.length / 2] ^= 1;
    }

    private static void announce(Map<String, byte[]> files, long bytes) {
        String manifest = text(files, "bundle/manifest.json");
        files.put(
                "bundle/manifest.json",
                manifest.replaceFirst("(\"README.md\" : \\{\\s*\"bytes\" : )\\d+", "$1" + bytes)
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] replaced(byte[] bytes, String from, String to) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(
                Optional.ofNullable(files.get(name)).orElseThrow(), StandardCharsets.UTF_8);
    }

    private static SequencedMap<String, byte[]> files(Path file) throws IOException {
        SequencedMap<String, byte[]> files = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<ZipEntry> entries = new ArrayList<>();
            zip.stream().forEach(entries::add);
            for (ZipEntry entry : entries) {
                files.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return files;
    }
}
