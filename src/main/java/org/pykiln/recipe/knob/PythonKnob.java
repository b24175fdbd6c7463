package org.pykiln.recipe.knob;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.pykiln.plan.BaseImage.Family;
import org.pykiln.plan.Contributions;
import org.pykiln.plan.Package;
import org.pykiln.plan.Proof;
import org.pykiln.plan.PythonRelease;
import org.pykiln.recipe.Description;
import org.pykiln.recipe.Domain;
import org.pykiln.recipe.Explanation;
import org.pykiln.recipe.Group;
import org.pykiln.recipe.Knob;
import org.pykiln.recipe.Recipe;

/// The release of CPython, and with it the libraries that its standard library needs.
public final class PythonKnob implements Knob<PythonRelease> {
    public static final PythonKnob PYTHON = new PythonKnob();

    private static final String CHECKSUMS = "/org/pykiln/source/cpython-sources.tsv";

    private final Domain<PythonRelease> releases =
            new Domain.OneOf<>(read(), PythonRelease::version);

    private final Description<PythonRelease> description =
            new Description<>(
                    "python",
                    "Python version",
                    Group.BASE,
                    releases,
                    releases.parse("3.13.5").orElseThrow(),
                    new Explanation(
                            "The release of CPython, compiled from the source archive whose SHA-256 python.org"
                                    + " publishes.",
                            "Compare equal patch versions: some of them change speed or memory (3.14.5 took"
                                    + " the incremental garbage collector back).",
                            "The version that the interpreter says, the SHA-256 of its file as the build kept"
                                    + " it, and the extension modules that need libraries from outside.",
                            List.of(
                                    "python.org release files",
                                    "What's New in Python 3.11 to 3.15")));

    private PythonKnob() {}

    @Override
    public Description<PythonRelease> description() {
        return description;
    }

    @Override
    public void contribute(Recipe recipe, Contributions plan) {
        PythonRelease release = recipe.get(this);
        plan.python(release);
        plan.buildPackages(
                Package.BZIP2_DEV,
                Package.FFI_DEV,
                Package.GDBM_DEV,
                Package.LIBC_DEV,
                Package.LZMA_DEV,
                Package.MAKE,
                Package.NCURSES_DEV,
                Package.OPENSSL_DEV,
                Package.PKG_CONFIG,
                Package.READLINE_DEV,
                Package.SQLITE_DEV,
                Package.UUID_DEV,
                Package.XZ,
                Package.ZLIB_DEV);
        if (release.isAtLeast(3, 14)) {
            plan.buildPackages(Package.ZSTD_DEV);
        }
        if (recipe.get(BaseKnob.BASE).family() == Family.ALPINE) {
            plan.buildPackages(Package.KERNEL_HEADERS, Package.SCANELF, Package.TAR);
        } else {
            plan.runPackages(Package.NETBASE);
        }
        plan.runPackages(Package.CA_CERTIFICATES, Package.TZDATA);
        plan.configure("--enable-loadable-sqlite-extensions");
    }

    @Override
    public List<Proof> prove(Recipe recipe) {
        PythonRelease release = recipe.get(this);
        String zstd = release.isAtLeast(3, 14) ? ", '_zstd'" : "";
        return List.of(
                new Proof(
                        id(),
                        "it is CPython " + release.version(),
                        """
                        said = platform.python_version()
                        ctypes.pythonapi.Py_GetVersion.restype = ctypes.c_char_p
                        seen = ctypes.pythonapi.Py_GetVersion().decode().split()[0].rstrip('+')
                        return said == seen == %s and sys.implementation.name == 'cpython', (
                            seen if said == seen else f'{seen} that says {said}')\
                        """
                                .formatted(Proof.literal(release.version()))),
                new Proof(
                        id(),
                        "the running interpreter is the file that the build ended with",
                        """
                        files = sorted({os.readlink('/proc/self/exe'), code_file()})
                        others = [path for path in files if not as_built(path)]
                        return not others, ', '.join(others or files)\
                        """),
                new Proof(
                        id(),
                        "the extension modules of the standard library can be imported",
                        """
                        names = ['_bz2', '_ctypes', '_curses', '_dbm', '_decimal', '_gdbm', '_lzma',
                                 '_sqlite3', '_ssl', '_uuid', 'readline', 'zlib'%s]
                        return importable([name for name in names if name != '_dbm'])\
                        """
                                .formatted(zstd)));
    }

    /// Final and pre-releases from 3.11 on, newest last. A version with two checksums on record is
    /// left out: nobody can say which archive is the right one.
    private static List<PythonRelease> read() {
        Map<String, TreeSet<String>> checksums = new TreeMap<>();
        try (InputStream in =
                        Objects.requireNonNull(
                                PythonKnob.class.getResourceAsStream(CHECKSUMS), CHECKSUMS);
                BufferedReader reader =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            reader.lines()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(line -> line.split("\t"))
                    .forEach(row ->
                            checksums
                                    .computeIfAbsent(row[0], version -> new TreeSet<>())
                                    .add(row[1]));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return checksums.entrySet().stream()
                .filter(entry -> entry.getValue().size() == 1)
                .map(entry -> new PythonRelease(entry.getKey(), entry.getValue().first()))
                .filter(release -> release.isAtLeast(3, 11))
                .sorted()
                .toList();
    }
}
