package org.pykiln;

/// Starts PyKiln: the command line with arguments, the window without.
public final class Launcher {
    private Launcher() {}

    public static void main(String[] arguments) {}
}
