package org.pykiln.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pykiln.dockerfile.Dockerfile;
import org.pykiln.dockerfile.Renderer;
import org.pykiln.recipe.Catalogue;
import org.pykiln.recipe.Recipe;

class BuildContextTest {
    private static final Dockerfile DOCKERFILE = Renderer.render(Catalogue.plan(Recipe.defaults()));
    private static final String ARCHIVE = "Python.tar.xz";

    @TempDir Path folder;

    /// Engines find a step again by the content of what it copies, names, times and owners
    /// included.
    @Test
    void equalContextsAreEqualBytes() throws IOException {
        byte[] sources = sources();
        Path one = Files.write(folder.resolve("one.tar.xz"), sources);
        Path other = Files.createDirectory(folder.resolve("b")).resolve("other.tar.xz");
        Files.write(other, sources);
        Files.setLastModifiedTime(other, FileTime.fromMillis(1_000_000_000_000L));
        Files.setLastModifiedTime(one, FileTime.fromMillis(1));

        assertThat(tar(one)).isEqualTo(tar(other));
    }

    @Test
    void theTarHoldsBothFilesForAnyoneToRead() throws IOException {
        byte[] sources = sources();
        Path distfile = Files.write(folder.resolve("x"), sources);

        Map<String, byte[]> files = new LinkedHashMap<>();
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new ByteArrayInputStream(tar(distfile)))) {
            for (TarArchiveEntry e = tar.getNextEntry(); e != null; e = tar.getNextEntry()) {
                assertThat(e.getMode() & 0777).isEqualTo(0644);
                assertThat(e.getLongUserId()).isZero();
                files.put(e.getName(), tar.readAllBytes());
            }
        }
        assertThat(files).containsOnlyKeys("Dockerfile", ARCHIVE);
        assertThat(files.get(ARCHIVE)).isEqualTo(sources);
        assertThat(text(files.get("Dockerfile"))).isEqualTo(DOCKERFILE.text());
    }

    @Test
    void aZipHoldsBothFiles() throws IOException {
        byte[] sources = sources();
        Path distfile = Files.write(folder.resolve("x"), sources);
        Path zip = folder.resolve("made/context.zip");

        new BuildContext(DOCKERFILE, files(distfile)).export().writeZip(zip);

        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
                files.put(e.getName(), in.readAllBytes());
            }
        }
        assertThat(files).containsOnlyKeys("Dockerfile", ARCHIVE);
        assertThat(files.get(ARCHIVE)).isEqualTo(sources);
        assertThat(text(files.get("Dockerfile"))).isEqualTo(DOCKERFILE.text());
    }

    @Test
    void aFolderGetsBothFilesAndKeepsItsOwn() throws IOException {
        byte[] sources = sources();
        Path distfile = Files.write(folder.resolve("x"), sources);
        Path target = Files.createDirectory(folder.resolve("target"));
        Files.writeString(target.resolve("notes.txt"), "mine");

        new BuildContext(DOCKERFILE, files(distfile)).export().writeFolder(target);

        assertThat(target.resolve("notes.txt")).hasContent("mine");
        assertThat(target.resolve(ARCHIVE)).hasBinaryContent(sources);
        assertThat(Files.readString(target.resolve("Dockerfile"))).isEqualTo(DOCKERFILE.text());
        assertThat(target.toFile().list()).hasSize(3);
    }

    private static byte[] tar(Path distfile) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new BuildContext(DOCKERFILE, files(distfile)).writeTar(out);
        return out.toByteArray();
    }

    private static List<ContextFile> files(Path distfile) {
        return List.of(new ContextFile(ARCHIVE, distfile));
    }

    private static byte[] sources() {
        byte[] bytes = new byte[100_000];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
