package org.pykiln.plan;

/// Shell commands that a knob adds to the build. They run under `set -eux` and pipefail.
///
/// @param script one or more lines; lines after the first continue the command before them unless
///   that ends in `;`
public record Step(Moment moment, String script) {
    /// When a step runs.
    public enum Moment {
        /// in the build stage, beside the source archive, before it is unpacked
        COPIED,
        /// in the build stage, in the unpacked source tree, before it is configured
        UNPACKED,
        /// in the build stage, in the source tree, after `make install`
        INSTALLED,
        /// in the build stage, after all of that, in a folder that holds the wheels of
        /// [BuildPlan#wheelhouse]; only where there is one
        PACKAGED,
        /// in the image, after its packages are installed
        IMAGE
    }
}
