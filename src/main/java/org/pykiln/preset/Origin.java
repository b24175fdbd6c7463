package org.pykiln.preset;

/// Where a preset comes from.
public enum Origin {
    /// with PyKiln; cannot be changed
    SHIPPED,
    /// the workspace's folder of presets
    OWN,
    /// a file that was named
    FILE
}
