package org.pykiln.ui.common;

/// The parts of the window, in the order of its rail.
public enum Section {
    CONFIGURE("Configure", "Turn knobs and see the Dockerfile change"),
    BUILDS("Builds", "Build images, follow the log, see the proofs"),
    MEASURE("Measure", "Run benchmarks in several images"),
    RESULTS("Results", "Compare images by what was measured"),
    PRESETS("Presets", "Find, compare, change and share presets"),
    ENGINES("Engines", "Choose the engine, see what it executes, clean its disk"),
    SETTINGS("Settings", "Colours, zoom, folders, versions");

    private final String label;
    private final String purpose;

    Section(String label, String purpose) {
        this.label = label;
        this.purpose = purpose;
    }

    public String label() {
        return label;
    }

    public String purpose() {
        return purpose;
    }
}
