package org.pykiln.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.concurrent.CancellationException;
import org.pykiln.bench.BenchException;
import org.pykiln.bench.BenchProblem;
import org.pykiln.engine.EngineException;
import org.pykiln.engine.EngineProblem;
import org.pykiln.lab.LabException;
import org.pykiln.preset.PresetException;
import org.pykiln.pyperf.PerfFileException;
import org.pykiln.recipe.BadValueException;
import org.pykiln.source.DistfileException;
import org.pykiln.wheels.WheelsException;

/// A failure as a person reads it, and what the process ends with because of it.
public record Problems(int exitCode, String text) {
    public static Problems of(Throwable failure) {
        return switch (failure) {
            case PresetException bad -> new Problems(ExitCode.BAD_INPUT, message(bad));
            case BadValueException bad ->
                    new Problems(
                            ExitCode.BAD_INPUT,
                            "%s; expected %s%s"
                                    .formatted(
                                            message(bad),
                                            bad.expected(),
                                            bad.nearest()
                                                    .map(nearest -> "; nearest: " + nearest)
                                                    .orElse("")));
            case PerfFileException bad -> new Problems(ExitCode.BAD_INPUT, message(bad));
            case LabException lab ->
                    new Problems(
                            lab.isBadInput() ? ExitCode.BAD_INPUT : ExitCode.FAILED, message(lab));
            case WheelsException wheels ->
                    new Problems(
                            wheels.isBadInput() ? ExitCode.BAD_INPUT : ExitCode.FAILED,
                            message(wheels));
            case DistfileException source -> new Problems(ExitCode.FAILED, message(source));
            case BenchException bench -> ofBench(bench);
            case EngineException engine -> ofEngine(engine.problem());
            case CancellationException cancelled -> new Problems(ExitCode.CANCELLED, "Cancelled.");
            case NoSuchFileException missing ->
                    new Problems(ExitCode.BAD_INPUT, "there is no file " + missing.getFile());
            case FileSystemException file -> new Problems(ExitCode.FAILED, ofFile(file));
            case IOException io -> new Problems(ExitCode.FAILED, message(io));
            default -> new Problems(ExitCode.FAILED, unexpected(failure));
        };
    }

    private static Problems ofBench(BenchException failure) {
        boolean asked =
                switch (failure.problem()) {
                    case BenchProblem.UnknownBenchmark bad -> true;
                    case BenchProblem.EmptySelection bad -> true;
                    case BenchProblem.BadLimit bad -> true;
                    case BenchProblem.SessionMismatch bad -> true;
                    default -> false;
                };
        return new Problems(asked ? ExitCode.BAD_INPUT : ExitCode.FAILED, failure.problem().text());
    }

    private static Problems ofEngine(EngineProblem problem) {
        return switch (problem) {
            case EngineProblem.Unreachable(String endpoint, String message) ->
                    new Problems(
                            ExitCode.NO_ENGINE,
                            message
                                    + "\nTo see all that was tried and what would help: ./pykiln engines");
            case EngineProblem.PermissionDenied(String endpoint, String message) ->
                    new Problems(ExitCode.NO_ENGINE, message);
            case EngineProblem.ApiMismatch(String message) ->
                    new Problems(ExitCode.NO_ENGINE, message);
            case EngineProblem.ImageMissing(String reference, String message) ->
                    new Problems(
                            ExitCode.FAILED,
                            "%s\nTo get a base image where no registry answers: installer/linux/setup.sh --base %s"
                                    .formatted(message, reference));
            default -> new Problems(ExitCode.FAILED, problem.message());
        };
    }

    /// Most of these have nothing but the path for a message.
    private static String ofFile(FileSystemException failure) {
        String what =
                switch (failure) {
                    case AccessDeniedException denied -> "not allowed to use";
                    case FileAlreadyExistsException there -> "in the way is";
                    case NotDirectoryException file -> "not a folder:";
                    case DirectoryNotEmptyException folder -> "not an empty folder:";
                    default -> "cannot use";
                };
        String reason = failure.getReason();
        return what + " " + failure.getFile() + (reason == null ? "" : ": " + reason);
    }

    private static String unexpected(Throwable failure) {
        return "Unexpected: " + failure;
    }

    private static String message(Throwable failure) {
        String message = failure.getMessage();
        return message == null ? failure.toString() : message;
    }
}
