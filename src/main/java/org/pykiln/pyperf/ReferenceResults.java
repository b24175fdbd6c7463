package org.pykiln.pyperf;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/// Published results that ship with PyKiln, to be opened like any pyperf file.
public final class ReferenceResults {
    /// One published comparison.
    ///
    /// @param id what to call it in a command or a link
    /// @param source where the numbers come from, and what they are not
    /// @param files resource names in the order of comparison, the baseline first
    public record Reference(String id, String title, String source, List<String> files) {
        public Reference {
            files = List.copyOf(files);
        }

        /// The files, the baseline first.
        public List<PerfFile> open() {
            return files.stream().map(ReferenceResults::open).toList();
        }
    }

    private static final List<Reference> ALL =
            List.of(
                    new Reference(
                            "home-assistant-2020",
                            "Alpine against optimised, Python 3.8.3 (2020)",
                            "Pascal Vizeli, “Improving Python's speed by 40% when running Home"
                                    + " Assistant”, developers.home-assistant blog, 2020-07-13."
                                    + " Only means were printed, rounded to three digits: there is"
                                    + " one value per benchmark, so no interval and no test.",
                            List.of("alpine-3.8.3.json", "optimized-3.8.3.json")));

    private ReferenceResults() {}

    public static List<Reference> all() {
        return ALL;
    }

    public static Optional<Reference> byId(String id) {
        return ALL.stream().filter(reference -> reference.id.equals(id)).findFirst();
    }

    private static PerfFile open(String name) {
        try (InputStream in = ReferenceResults.class.getResourceAsStream("reference/" + name)) {
            if (in == null) {
                throw new FileNotFoundException("resource " + name);
            }
            return new PerfFile(name, PerfJson.read(name, in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
