package org.pykiln.engine.docker;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.pykiln.engine.Engine;
import org.pykiln.engine.EngineCandidate;
import org.pykiln.engine.EngineChoice;
import org.pykiln.engine.EngineDiscovery;
import org.pykiln.engine.EngineException;
import org.pykiln.engine.EngineFacts;
import org.pykiln.engine.EngineProblem;

/// Finds engines that speak the Docker API.
public final class DockerDiscovery implements EngineDiscovery {
    /// An engine answers in milliseconds, but this process may be cold and the machine at work.
    private static final Duration ASK = Duration.ofSeconds(5);

    /// Whoever needs an engine is better served late than not at all.
    private static final Duration OPEN = Duration.ofSeconds(20);

    private final Surroundings machine;
    private final Supplier<Optional<String>> chosen;
    private final Duration ask;

    public DockerDiscovery(Surroundings machine) {
        this(machine, Optional::empty);
    }

    /// @param chosen endpoint that a person chose, as it is now
    public DockerDiscovery(Surroundings machine, Supplier<Optional<String>> chosen) {
        this(machine, chosen, ASK);
    }

    DockerDiscovery(Surroundings machine, Supplier<Optional<String>> chosen, Duration ask) {
        this.machine = machine;
        this.chosen = chosen;
        this.ask = ask;
    }

    /// Either facts or a problem.
    private record Attempt(
            Places.Place place, Optional<EngineFacts> facts, Optional<EngineProblem> problem) {
        String message() {
            return problem.map(EngineProblem::message).orElse("");
        }
    }

    @Override
    public EngineChoice choice() {
        return machine.variable(Surroundings.ENDPOINT)
                .map(uri -> new EngineChoice(EngineChoice.Source.ENVIRONMENT, uri))
                .or(() ->
                        chosen.get()
                                .map(uri -> new EngineChoice(EngineChoice.Source.SETTINGS, uri)))
                .orElse(EngineChoice.AUTOMATIC);
    }

    private List<Places.Place> places() {
        return Places.of(machine, chosen.get());
    }

    @Override
    public List<EngineCandidate> candidates() {
        return attempts(places(), ask, false).stream().map(DockerDiscovery::candidate).toList();
    }

    @Override
    public boolean answers(String endpoint) {
        return places().stream()
                .filter(place -> place.uri().equals(endpoint))
                .findFirst()
                .filter(place -> hopeless(place).isEmpty())
                .filter(this::isConnectable)
                .isPresent();
    }

    private boolean isConnectable(Places.Place place) {
        ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
        try {
            return executor.submit(
                            () -> {
                                connect(place).close();
                                return true;
                            })
                    .get(ask.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException unanswered) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            executor.shutdownNow();
        }
    }

    @Override
    public Engine open() {
        List<Places.Place> places = places();
        if (choice().isNamed()) {
            places = places.subList(0, 1);
        }
        List<Attempt> attempts = attempts(places, OPEN, true);
        Attempt last = attempts.getLast();
        if (last.facts().isPresent()) {
            return connect(last.place());
        }
        throw new EngineException(noEngine(attempts));
    }

    @Override
    public Engine open(EngineCandidate candidate) {
        return places().stream()
                .filter(place -> place.uri().equals(candidate.endpoint()))
                .findFirst()
                .map(DockerDiscovery::connect)
                .orElseGet(() -> DockerEngine.connect(Endpoint.of(candidate.endpoint()), OPEN));
    }

    private static DockerEngine connect(Places.Place place) {
        return DockerEngine.connect(new Endpoint(place.uri(), place.certificates()), OPEN);
    }

    /// The time is limited from outside, for a socket whose server is stuck accepts and never
    /// answers, and no time-out of the transport ends that.
    ///
    /// @param untilUsable whether to be content with the first that can be used
    private static List<Attempt> attempts(
            List<Places.Place> places, Duration limit, boolean untilUsable) {
        ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
        try {
            List<Future<Attempt>> asked =
                    places.stream().map(place -> executor.submit(() -> attempt(place))).toList();
            long deadline = System.nanoTime() + limit.toNanos();
            List<Attempt> attempts = new ArrayList<>();
            for (int i = 0; i < places.size(); i++) {
                Attempt attempt = await(asked.get(i), places.get(i), deadline);
                attempts.add(attempt);
                if (untilUsable && attempt.facts().isPresent()) {
                    break;
                }
            }
            return attempts;
        } finally {
            executor.shutdownNow();
        }
    }

    private static Attempt await(Future<Attempt> asked, Places.Place place, long deadline) {
        String why;
        try {
            return asked.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException mute) {
            why = "Something listens there and does not answer in time.";
        } catch (ExecutionException e) {
            why = String.valueOf(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            why = "The search was interrupted.";
        }
        return failed(place, new EngineProblem.Unreachable(place.uri(), why));
    }

    private static Attempt attempt(Places.Place place) {
        Optional<EngineProblem> hopeless = hopeless(place);
        if (hopeless.isPresent()) {
            return failed(place, hopeless.get());
        }
        try (Engine engine = connect(place)) {
            return new Attempt(place, Optional.of(engine.facts()), Optional.empty());
        } catch (EngineException e) {
            return failed(place, e.problem());
        } catch (IllegalArgumentException malformed) {
            return failed(
                    place,
                    new EngineProblem.Unreachable(
                            place.uri(), "This is no endpoint: " + malformed.getMessage()));
        }
    }

    private static Attempt failed(Places.Place place, EngineProblem problem) {
        return new Attempt(place, Optional.empty(), Optional.of(problem));
    }

    /// What can be told without asking.
    private static Optional<EngineProblem> hopeless(Places.Place place) {
        String uri = place.uri();
        return switch (uri.substring(0, Math.max(0, uri.indexOf("://")))) {
            case "unix" -> absent(uri);
            case "ssh" ->
                    unreachable(
                            uri,
                            "PyKiln does not speak ssh. Forward the socket: ssh -nNT -L \"$HOME/engine.sock:/var/run/docker.sock\" %s and set %s=unix://$HOME/engine.sock"
                                    .formatted(
                                            uri.substring("ssh://".length()),
                                            Surroundings.ENDPOINT));
            case "tcp", "npipe" -> Optional.empty();
            default ->
                    unreachable(
                            uri,
                            "PyKiln knows unix://, tcp:// and npipe:// endpoints, not %s"
                                    .formatted(uri));
        };
    }

    private static Optional<EngineProblem> unreachable(String uri, String why) {
        return Optional.of(new EngineProblem.Unreachable(uri, why));
    }

    private static Optional<EngineProblem> absent(String uri) {
        Path socket = Path.of(uri.substring("unix://".length()));
        return Files.notExists(socket)
                ? Optional.of(
                        new EngineProblem.Absent(uri, "There is no socket %s.".formatted(socket)))
                : Optional.empty();
    }

    private static EngineCandidate candidate(Attempt attempt) {
        return new EngineCandidate(
                attempt.place().name(),
                attempt.place().uri(),
                attempt.place().named(),
                attempt.facts()
                        .map(facts ->
                                "Engine %s, API %s, on %s"
                                        .formatted(
                                                facts.version(),
                                                facts.apiVersion(),
                                                facts.operatingSystem()))
                        .orElse(attempt.message()),
                attempt.facts(),
                attempt.problem());
    }

    /// A place that somebody pointed at, or where something is, tells more than one that is merely
    /// usual.
    private static EngineProblem noEngine(List<Attempt> attempts) {
        String all =
                attempts.stream()
                        .map(a ->
                                "%n  %s (%s): %s"
                                        .formatted(a.place().name(), a.place().uri(), a.message()))
                        .collect(Collectors.joining());
        String message = "No container engine can be used. Tried:" + all;
        return attempts.stream()
                .filter(a ->
                        a.place().named() || a.problem().filter(DockerDiscovery::tells).isPresent())
                .findFirst()
                .flatMap(Attempt::problem)
                .map(problem ->
                        switch (problem) {
                            case EngineProblem.PermissionDenied p ->
                                    new EngineProblem.PermissionDenied(p.endpoint(), message);
                            case EngineProblem.ApiMismatch _ ->
                                    new EngineProblem.ApiMismatch(message);
                            default ->
                                    new EngineProblem.Unreachable(
                                            attempts.getFirst().place().uri(), message);
                        })
                .orElseGet(() -> new EngineProblem.Unreachable("", message));
    }

    private static boolean tells(EngineProblem problem) {
        return !(problem instanceof EngineProblem.Absent)
                && !(problem instanceof EngineProblem.Unreachable);
    }
}
