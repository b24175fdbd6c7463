package org.pykiln.recipe;

/// Headings under which knobs stand, in this order.
public enum Group {
    BASE("Base"),
    INTERPRETER("Interpreter"),
    OPTIMISATION("Optimisation"),
    LINKING("Linking"),
    ALLOCATOR("Memory allocator"),
    HARDENING("Hardening and diagnosis"),
    CONTENT("Content of the image");

    private final String label;

    Group(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
