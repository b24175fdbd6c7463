package org.pykiln.wheels;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pykiln.dockerfile.WheelBuilder;
import org.pykiln.plan.BuildPlan;

/// Why no wheel came of a requirement: what pip or the repair said last, and what to do where that
/// is known.
final class BuildFailure {
    private static final int LAST_LINES = 40;

    private static final Pattern NO_CXX =
            Pattern.compile(
                    "cc1plus|(?:g\\+\\+|c\\+\\+)['\":]* (?:failed: )?(?:No such file|not found)");
    private static final Pattern NO_HEADER =
            Pattern.compile("error: (\\S+\\.h(?:pp)?): No such file or directory");
    private static final Pattern NO_LIBRARY = Pattern.compile("cannot find -l([A-Za-z0-9_.+-]+)");
    private static final Pattern NO_PROGRAM =
            Pattern.compile(
                    "command '([A-Za-z0-9_.+-]+)' failed: No such file|No such file or directory: '([A-Za-z0-9_.+-]+)'|([A-Za-z0-9_.+-]+): (?:command )?not found");

    private BuildFailure() {}

    /// @param said standard output and error
    static WheelsException of(String said, BuildPlan plan) {
        List<String> lines = said.strip().lines().toList();
        String last =
                String.join(
                        "\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        return WheelsException.failed(
                reason(said, plan).map(reason -> last + "\n\n" + reason).orElse(last));
    }

    private static Optional<String> reason(String said, BuildPlan plan) {
        boolean closed = WheelBuilder.isClosed(plan);
        if (closed && NO_CXX.matcher(said).find()) {
            return Optional.of(
                    "This is written in C++, and musl-gcc has no C++ library: on this base only C is"
                            + " compiled. Leave it to a wheel that is offered for musl, or compile it on"
                            + " a base with musl of its own, such as Alpine.");
        }
        return first(NO_HEADER, said)
                .or(() -> first(NO_LIBRARY, said).map(name -> "the library " + name))
                .or(() -> first(NO_PROGRAM, said).map(name -> "the program " + name))
                .map(missing ->
                        closed
                                ? missing
                                        + " is missing. This base has only the libraries that CPython itself"
                                        + " needs, and no package of it fits musl."
                                : missing
                                        + " is missing. --build-package names the package of the distribution"
                                        + " that has it; repeat it for more.");
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        for (int group = 1; group <= matcher.groupCount(); group++) {
            if (matcher.group(group) != null) {
                return Optional.of(matcher.group(group));
            }
        }
        return Optional.empty();
    }
}
