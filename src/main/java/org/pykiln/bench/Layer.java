package org.pykiln.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pykiln.engine.Labels;

/// The installed packages of a benchmark script for one target.
///
/// @param hash of its content: names and SHA-256 of its wheels
/// @param wheels on this computer
record Layer(String hash, List<Path> wheels) {
    private static final Pattern MANYLINUX = Pattern.compile("manylinux_2_([0-9]+)_");

    /// In a wheel, what goes beside its packages has a folder of its own.
    private static final Pattern DATA = Pattern.compile("[^/]+\\.data/([^/]+)/(.+)");

    Layer {
        wheels = List.copyOf(wheels);
    }

    private String shortHash() {
        return hash.substring(0, 12);
    }

    /// Where it is mounted, in every container.
    String path() {
        return "/opt/pykiln/layers/" + shortHash();
    }

    FilledVolume volume() {
        return new FilledVolume(
                "pykiln-layer-" + shortHash(), path(), hash, Labels.LAYER, this::write);
    }

    private void write(OutputStream out) throws IOException {
        FolderArchive archive = new FolderArchive(path(), out);
        archive.unpack(wheels, Layer::place);
        archive.finish();
    }

    /// Packages and modules alone: neither scripts nor headers.
    static String place(String entry) {
        Matcher data = DATA.matcher(entry);
        if (!data.matches()) {
            return entry;
        }
        boolean library = data.group(1).equals("purelib") || data.group(1).equals("platlib");
        return library ? data.group(2) : "";
    }

    /// The X of the oldest glibc 2.X that all of its compiled packages load on; empty when they do
    /// not care.
    OptionalInt glibc() {
        return wheels.stream()
                .map(wheel -> wheel.getFileName().toString())
                .flatMapToInt(name ->
                        MANYLINUX
                                .matcher(name)
                                .results()
                                .mapToInt(found -> Integer.parseInt(found.group(1)))
                                .min()
                                .stream())
                .max();
    }
}
