package org.pykiln.bench;

/// Major and minor version of Python: what bytecode and a benchmark's needs depend on.
public record PythonVersion(int major, int minor) implements Comparable<PythonVersion> {
    /// Reads `3.13`, `3.13.5` or `3.15.0a1`.
    ///
    /// @throws IllegalArgumentException when the text does not begin with two numbers
    public static PythonVersion parse(String text) {
        String[] parts = text.split("\\.", 3);
        if (parts.length < 2) {
            throw new IllegalArgumentException("not a Python version: " + text);
        }
        return new PythonVersion(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }

    @Override
    public int compareTo(PythonVersion other) {
        return major == other.major
                ? Integer.compare(minor, other.minor)
                : Integer.compare(major, other.major);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
