package org.pykiln.stats;

import java.util.function.DoubleBinaryOperator;

/// One number for each level at which a measurement can be repeated: a variance, a share, a count
/// or a cost.
public record Levels(double build, double process, double iteration) {

    /// A level at which a measurement can be repeated.
    public enum Level {
        /// Another image of the same recipe.
        BUILD("a build", "builds"),
        /// Another worker process on an image: a round.
        PROCESS("a process", "processes"),
        /// Another value in a process.
        ITERATION("an iteration", "iterations");

        private final String single;
        private final String plural;

        Level(String single, String plural) {
            this.single = single;
            this.plural = plural;
        }

        /// The word for one, with its article.
        String single() {
            return single;
        }

        /// The word for several of them.
        public String plural() {
            return plural;
        }
    }

    public double at(Level level) {
        return switch (level) {
            case BUILD -> build;
            case PROCESS -> process;
            case ITERATION -> iteration;
        };
    }

    double sum() {
        return build + process + iteration;
    }

    Levels with(Levels other, DoubleBinaryOperator operator) {
        return new Levels(
                operator.applyAsDouble(build, other.build),
                operator.applyAsDouble(process, other.process),
                operator.applyAsDouble(iteration, other.iteration));
    }
}
