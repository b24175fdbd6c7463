package org.pykiln.engine.docker;

import com.github.dockerjava.api.model.BuildResponseItem;
import com.github.dockerjava.api.model.ResponseItem.ErrorDetail;
import com.github.dockerjava.api.model.ResponseItem.ProgressDetail;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pykiln.engine.BuildEvent;
import org.pykiln.engine.EngineProblem;

/// Turns the engine's items into events and remembers how the build stands. The builder mixes its
/// own words with the output of the steps, so its words count only where they can occur: a step
/// only with the number that is due, an image id only as data and never as text, because pip also
/// says "Successfully built".
final class BuildProgress {
    /// Podman prefixes `[1/2]` in a multi-stage build and counts each stage from 1.
    private static final Pattern STEP =
            Pattern.compile("(\\[\\d+/\\d+\\] )?(?i:step) (\\d{1,6})/(\\d{1,6}) ?: ?(.*)");

    private static final Pattern CACHED = Pattern.compile("\\s*-+> Using cache.*");
    private static final Pattern RUNNING =
            Pattern.compile("\\s*-+> Running in ([0-9a-f]{12,64})\\s*");
    private static final Pattern LAYER = Pattern.compile("\\s*-+> ([0-9a-f]{11,64})\\s*");
    private static final Pattern BOOKKEEPING =
            Pattern.compile(
                    "Removing intermediate container [0-9a-f]{12,64}"
                            + "|Successfully (built [0-9a-f]{12,64}|tagged \\S+)");

    private static final String STDERR_START = "\u001b[91m";
    private static final String STDERR_END = "\u001b[0m";

    /// What the kernel says through the container runtime when a program is of another
    /// architecture; it comes as output of the step, before the failure.
    private static final Pattern FOREIGN =
            Pattern.compile("(exec |standard_init_linux|runc|OCI).*exec format error.*");

    private final Consumer<BuildEvent> listener;
    private final LineAssembler output = new LineAssembler(this::outputLine);
    private final LineAssembler errors = new LineAssembler(line -> emit(line, true));
    private int step;
    private int steps;
    private String instruction = "";
    private boolean justStarted;
    private boolean foreign;
    private String lastErrorLine = "";
    private final Set<String> layers = ConcurrentHashMap.newKeySet();
    private volatile Optional<String> container = Optional.empty();
    private volatile Optional<String> imageId = Optional.empty();
    private volatile Optional<EngineProblem> problem = Optional.empty();

    BuildProgress(Consumer<BuildEvent> listener) {
        this.listener = listener;
    }

    void accept(BuildResponseItem item) {
        String text = item.getStream();
        if (text != null) {
            stream(text);
        }
        String status = item.getStatus();
        if (status != null && !isProgress(item.getProgressDetail())) {
            String id = item.getId();
            emit(id == null ? status : id + ": " + status, false);
        }
        if (item.getRawValues().get("aux") instanceof Map<?, ?> aux
                && aux.get("ID") instanceof String id) {
            imageId = Optional.of(id);
        }
        ErrorDetail detail = item.getErrorDetail();
        Object error = item.getRawValues().get("error");
        if (detail != null || error != null) {
            end();
            problem = Optional.of(problem(detail, error == null ? null : error.toString()));
        }
    }

    /// Ends the last lines.
    void end() {
        output.flush();
        errors.flush();
    }

    Optional<String> imageId() {
        return imageId;
    }

    Optional<EngineProblem> problem() {
        return problem;
    }

    /// Whether this layer, by its whole content address, is one that the build has come past. The
    /// builder tells layers by the beginning of their address.
    boolean hasPassed(String layer) {
        String hash = layer.startsWith("sha256:") ? layer.substring("sha256:".length()) : layer;
        return layers.stream().anyMatch(hash::startsWith);
    }

    /// The container of the step that ran last.
    Optional<String> container() {
        return container;
    }

    /// Engines send an empty one where there is none.
    private static boolean isProgress(@Nullable ProgressDetail detail) {
        return detail != null && detail.getCurrent() != null;
    }

    private void stream(String text) {
        if (text.startsWith(STDERR_START)) {
            String inner = text.substring(STDERR_START.length());
            errors.accept(
                    inner.endsWith(STDERR_END)
                            ? inner.substring(0, inner.length() - STDERR_END.length())
                            : inner);
        } else {
            output.accept(text);
        }
    }

    private void outputLine(String line) {
        Matcher matcher = STEP.matcher(line);
        if (matcher.matches() && startStep(matcher)) {
            return;
        }
        if (justStarted && CACHED.matcher(line).matches()) {
            justStarted = false;
            listener.accept(new BuildEvent.StepCached(step));
            return;
        }
        Matcher running = RUNNING.matcher(line);
        if (running.matches()) {
            justStarted = false;
            container = Optional.of(running.group(1));
            return;
        }
        Matcher layer = LAYER.matcher(line);
        if (layer.matches()) {
            layers.add(layer.group(1));
            return;
        }
        if (BOOKKEEPING.matcher(line).matches() || (justStarted && line.isBlank())) {
            return;
        }
        emit(line, false);
    }

    private boolean startStep(Matcher matcher) {
        int number = Integer.parseInt(matcher.group(2));
        int total = Integer.parseInt(matcher.group(3));
        boolean due = number == step + 1 && (steps == 0 || steps == total);
        if (!due && matcher.group(1) == null) {
            return false;
        }
        errors.flush();
        step = number;
        steps = total;
        instruction = matcher.group(4);
        justStarted = true;
        foreign = false;
        lastErrorLine = "";
        listener.accept(new BuildEvent.StepStarted(step, steps, instruction));
        return true;
    }

    private void emit(String line, boolean error) {
        foreign |= FOREIGN.matcher(line).matches();
        if (!line.isBlank()) {
            lastErrorLine = line.strip();
        }
        listener.accept(new BuildEvent.Output(line, error));
    }

    private EngineProblem problem(@Nullable ErrorDetail detail, @Nullable String error) {
        String words = detail == null ? null : detail.getMessage();
        String message = words != null ? words : error != null ? error : "unknown error";
        Integer code = detail == null ? null : detail.getCode();
        Optional<EngineProblem> known = Problems.ofBuildMessage(message);
        if (known.isPresent()) {
            return known.get();
        }
        if (foreign) {
            return new EngineProblem.Unsupported(
                    "Step %d runs a program of another architecture, and the engine cannot emulate it: %s"
                            .formatted(step, lastErrorLine));
        }
        if (code != null && code != 0) {
            return new EngineProblem.StepFailed(
                    step, code, "Step %d failed with exit code %d.".formatted(step, code));
        }
        if (instruction.toUpperCase(Locale.ROOT).startsWith("FROM ")) {
            String reference = instruction.substring(5).strip().split("\\s+", 2)[0];
            return new EngineProblem.ImageMissing(
                    reference, "The engine has no image %s: %s".formatted(reference, message));
        }
        String where = step == 0 ? "The build failed: " : "Step %d failed: ".formatted(step);
        return new EngineProblem.Unexpected(where + message);
    }
}
