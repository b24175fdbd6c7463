package org.pykiln.engine;

/// The labels by which PyKiln finds again what it made on an engine.
public final class Labels {
    private Labels() {}

    /// Hash of the recipe that an image was built from.
    public static final String RECIPE = "org.pykiln.recipe";

    /// Which stage of a build a layer, or a container that a killed build left, belongs to.
    public static final String STAGE = "org.pykiln.stage";

    /// Id of the benchmark session that a container or volume serves.
    public static final String SESSION = "org.pykiln.session";

    /// The process that made a container, as [Owner] writes it; once it is gone, a sweep may remove
    /// it.
    public static final String OWNER = "org.pykiln.owner";

    /// Id of the one run of "wheels" that a throwaway image serves.
    public static final String WHEELS = "org.pykiln.wheels";

    /// Content hash of the benchmark kit in a volume.
    public static final String KIT = "org.pykiln.kit";

    /// Content hash of the packages of a benchmark in a volume.
    public static final String LAYER = "org.pykiln.layer";
}
