package org.pykiln.ui.common;

/// What somebody does who sees PyKiln for the first time, in this order.
public enum FirstStep {
    BUILD("Build quick", "Builds the preset quick, which takes a few minutes, and proves it"),
    MEASURE("Measure it against another preset", "Picks a second one and starts the benchmarks"),
    READ("Read the verdict", "Shows which is faster, by how much, and how sure that is");

    private final String what;
    private final String purpose;

    FirstStep(String what, String purpose) {
        this.what = what;
        this.purpose = purpose;
    }

    public String what() {
        return what;
    }

    public String purpose() {
        return purpose;
    }
}
