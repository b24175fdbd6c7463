package org.pykiln.engine.docker;

import com.github.dockerjava.core.RemoteApiVersion;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pykiln.engine.EngineException;
import org.pykiln.engine.EngineProblem;

/// Chooses the API version to speak. Engines refuse versions outside their window with a 400: 20.10
/// ends at 1.41, 29 begins at 1.44, so no fixed version serves both.
final class ApiVersions {
    /// Newest version that PyKiln's tests have spoken.
    static final RemoteApiVersion TESTED_MAX = RemoteApiVersion.create(1, 44);

    /// Engine 19.03; before it exec knows no working directory and images no platform.
    static final RemoteApiVersion OLDEST = RemoteApiVersion.create(1, 40);

    private static final Pattern VERSION = Pattern.compile("(\\d{1,3})\\.(\\d{1,4})");

    private ApiVersions() {}

    /// @param engineMin absent on engines that do not tell
    /// @throws EngineException with [EngineProblem.ApiMismatch]
    static RemoteApiVersion clamp(@Nullable String engineMin, @Nullable String engineMax) {
        RemoteApiVersion max = parse(engineMax);
        if (max == null) {
            throw new EngineException(
                    new EngineProblem.ApiMismatch(
                            "What answers does not tell a Docker API version."));
        }
        if (!max.isGreaterOrEqual(OLDEST)) {
            throw new EngineException(
                    new EngineProblem.ApiMismatch(
                            "The engine speaks API %s at most; PyKiln needs %s or newer."
                                    .formatted(max.getVersion(), OLDEST.getVersion())));
        }
        RemoteApiVersion min = parse(engineMin);
        if (min != null && min.isGreater(TESTED_MAX)) {
            return min;
        }
        return max.isGreater(TESTED_MAX) ? TESTED_MAX : max;
    }

    private static @Nullable RemoteApiVersion parse(@Nullable String text) {
        Matcher matcher = VERSION.matcher(text == null ? "" : text);
        return matcher.matches()
                ? RemoteApiVersion.create(
                        Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)))
                : null;
    }
}
