package org.pykiln.source;

import java.net.URI;
import java.nio.file.Path;
import org.pykiln.plan.PythonRelease;

/// Why there is no verified archive, each with the sentence that a person reads.
public sealed interface DistfileProblem {
    PythonRelease release();

    String message();

    /// What a person can do about it.
    default String remedy() {
        return "installer/linux/setup.sh --python %s gets it from Debian's source package; or put %s"
                        .formatted(release().version(), release().archive())
                + " into a folder that PYKILN_DISTFILES names";
    }

    /// Nothing answers there, or it stopped answering.
    record Unreachable(PythonRelease release, URI address, String reason)
            implements DistfileProblem {
        @Override
        public String message() {
            return "%s cannot be fetched from %s: %s".formatted(release.archive(), address, reason);
        }
    }

    /// It answers, and has no such file.
    record NotOffered(PythonRelease release, URI address, int status) implements DistfileProblem {
        @Override
        public String message() {
            return "%s is not at %s (HTTP status %d)".formatted(release.archive(), address, status);
        }
    }

    /// The file that signs the archive cannot be had.
    record NoSignature(PythonRelease release, String name, String reason)
            implements DistfileProblem {
        @Override
        public String message() {
            return "%s, which signs the archive, cannot be fetched: %s".formatted(name, reason);
        }

        @Override
        public String remedy() {
            return "put it into a folder that PYKILN_DISTFILES names, or verify the checksum only"
                    + " (source-verification=sha256)";
        }
    }

    /// What was found or fetched is not what python.org published under that name. It was not kept.
    record WrongChecksum(PythonRelease release, String where, String seen)
            implements DistfileProblem {
        @Override
        public String message() {
            return "%s from %s has the wrong SHA-256: expected %s, seen %s"
                    .formatted(release.archive(), where, release.sha256(), seen);
        }
    }

    /// There is a file of that name, and it cannot be read.
    record Unreadable(PythonRelease release, Path file, String reason) implements DistfileProblem {
        @Override
        public String message() {
            return "%s cannot be read: %s".formatted(file, reason);
        }
    }

    /// The folder of distfiles cannot be written.
    record Unwritable(PythonRelease release, Path file, String reason) implements DistfileProblem {
        @Override
        public String message() {
            return "%s cannot be written: %s".formatted(file, reason);
        }

        @Override
        public String remedy() {
            return "free some space, or name another folder with PYKILN_HOME";
        }
    }
}
