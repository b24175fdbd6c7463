package org.pykiln.engine;

/// What can go wrong between PyKiln and a container engine, each with the sentence that a person
/// reads. The engine's own words are kept, shortened to what matters.
public sealed interface EngineProblem {
    String message();

    /// There is nothing at the endpoint: no socket, no pipe.
    record Absent(String endpoint, String message) implements EngineProblem {}

    /// Something should be at the endpoint, and nothing answers.
    record Unreachable(String endpoint, String message) implements EngineProblem {}

    /// Something is there, and this user may not speak to it.
    record PermissionDenied(String endpoint, String message) implements EngineProblem {}

    /// Engine and PyKiln have no API version in common.
    record ApiMismatch(String message) implements EngineProblem {}

    /// The engine could not parse the Dockerfile; no step ran.
    record DockerfileRejected(String message) implements EngineProblem {}

    /// A step of the build ended with a non-zero exit code.
    record StepFailed(int step, int exitCode, String message) implements EngineProblem {}

    record ImageMissing(String reference, String message) implements EngineProblem {}

    record ContainerMissing(String container, String message) implements EngineProblem {}

    /// A running container lacks the file that was asked for.
    record FileMissing(String container, String path, String message) implements EngineProblem {}

    record OutOfSpace(String message) implements EngineProblem {}

    /// The engine cannot do what was asked, for instance run another architecture.
    record Unsupported(String message) implements EngineProblem {}

    record Unexpected(String message) implements EngineProblem {}
}
