package org.pykiln.bench;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why a selection, a kit or a session cannot be had, with the sentence a person reads and what can
/// be done about it.
public sealed interface BenchProblem {
    String message();

    /// What to do; may be empty.
    String remedy();

    /// A name that no benchmark, datapoint or tag has.
    ///
    /// @param nearest valid names, most similar first
    record UnknownBenchmark(String name, List<String> nearest) implements BenchProblem {
        public UnknownBenchmark {
            nearest = List.copyOf(nearest);
        }

        @Override
        public String message() {
            return "There is no benchmark called \"" + name + "\".";
        }

        @Override
        public String remedy() {
            return nearest.isEmpty() ? "" : "Did you mean " + String.join(", ", nearest) + "?";
        }
    }

    /// Nothing is left after all exclusions.
    record EmptySelection(String message, String remedy) implements BenchProblem {}

    /// CPUs or memory that no session can be limited to.
    record BadLimit(String message) implements BenchProblem {
        @Override
        public String remedy() {
            return "";
        }
    }

    /// No benchmark of the session runs on all of its images.
    ///
    /// @param reason why the first does not
    record NothingRuns(String reason) implements BenchProblem {
        @Override
        public String message() {
            return "None of the benchmarks can be measured: " + reason;
        }

        @Override
        public String remedy() {
            return "";
        }
    }

    /// The kit is not there and could not be fetched.
    record KitUnavailable(String message, String remedy) implements BenchProblem {}

    /// An image that cannot be measured here: it is missing, emulated, or has no Python.
    record ImageRefused(String image, String message, String remedy) implements BenchProblem {}

    /// Another session measures on this host.
    record AlreadyMeasuring(String message, String remedy) implements BenchProblem {}

    /// The folder holds something else than this session, or what was measured does not fit what
    /// would be measured now.
    record SessionMismatch(String message, String remedy) implements BenchProblem {}

    /// Message and remedy as one text.
    default String text() {
        return remedy().isEmpty() ? message() : message() + " " + remedy();
    }

    /// The problem as an exception.
    default BenchException exception() {
        return new BenchException(this, null);
    }

    default BenchException exception(@Nullable Throwable cause) {
        return new BenchException(this, cause);
    }
}
