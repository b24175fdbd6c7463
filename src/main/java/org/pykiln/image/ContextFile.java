package org.pykiln.image;

import java.nio.file.Path;

/// A file that lies beside the Dockerfile of a build context.
///
/// @param name as the Dockerfile copies it
/// @param path where it is on this machine, verified by whoever gives it out
public record ContextFile(String name, Path path) {}
