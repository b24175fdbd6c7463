package org.pykiln.image;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.pykiln.engine.BuildRequest;
import org.pykiln.engine.Cancellation;
import org.pykiln.engine.Engine;
import org.pykiln.engine.EngineException;
import org.pykiln.engine.EngineProblem;
import org.pykiln.engine.ImageFacts;
import org.pykiln.plan.BuildPlan;

/// Sees to it that an image becomes what its recipe says, for engines do not: an older one takes a
/// base image that it holds for another architecture, says nothing, and builds for that.
final class TargetPlatform {
    private final Engine engine;
    private final String architecture;

    /// @param architecture of the recipe
    TargetPlatform(Engine engine, String architecture) {
        this.engine = engine;
        this.architecture = architecture;
    }

    /// The platform that the build has to name. The engine's own is not named without need: a base
    /// image that was made by hand may carry none.
    ///
    /// @throws EngineException before hours are spent on it, when the engine would build for the
    ///   architecture of its base image all the same
    Optional<String> named(BuildPlan plan) {
        String platform = plan.platform().value();
        String base = plan.base().value().reference();
        Optional<String> unlike =
                engine.image(base)
                        .map(ImageFacts::architecture)
                        .filter(Predicate.not(architecture::equals))
                        .filter(Predicate.not(String::isEmpty));
        if (unlike.isPresent()) {
            requireBase(base, platform);
        } else if (engine.facts().architecture().equals(architecture)) {
            return Optional.empty();
        }
        return Optional.of(platform);
    }

    /// @throws EngineException when the image is for another
    void require(ImageFacts built) {
        String got = built.architecture();
        if (!got.isEmpty() && !got.equals(architecture)) {
            throw new EngineException(
                    new EngineProblem.Unsupported(
                            "The engine built for %s though %s was asked for."
                                    .formatted(got, architecture)));
        }
    }

    /// A build of nothing else takes no time; the engine fetches the right base image for it, or
    /// the answer shows that it does not.
    private void requireBase(String base, String platform) {
        byte[] dockerfile = "FROM %s%n".formatted(base).getBytes(StandardCharsets.UTF_8);
        String image =
                engine.build(
                        new BuildRequest(
                                out -> {
                                    try (TarArchiveOutputStream tar =
                                            new TarArchiveOutputStream(out)) {
                                        BuildContext.put(tar, "Dockerfile", dockerfile.length);
                                        tar.write(dockerfile);
                                        tar.closeArchiveEntry();
                                    }
                                },
                                List.of(),
                                Map.of(),
                                Optional.of(platform),
                                false,
                                Optional.empty()),
                        event -> {},
                        new Cancellation());
        engine.image(image).ifPresent(this::require);
    }
}
