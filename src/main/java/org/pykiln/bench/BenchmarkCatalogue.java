package org.pykiln.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.pykiln.recipe.Nearest;

/// All benchmarks of the kit: pyperformance's in the order of its manifest, then PyKiln's own.
public final class BenchmarkCatalogue {
    private static final BenchmarkCatalogue SHIPPED =
            new BenchmarkCatalogue(
                    Stream.concat(
                                    rows(KitLock.resource("benchmarks.tsv")).stream(),
                                    OwnBenchmarks.all().stream())
                            .toList());

    private final Map<String, Benchmark> benchmarks = new LinkedHashMap<>();
    private final Map<String, Datapoint> datapoints = new LinkedHashMap<>();

    private BenchmarkCatalogue(List<Benchmark> all) {
        for (Benchmark benchmark : all) {
            benchmarks.put(benchmark.name(), benchmark);
            benchmark.datapoints().forEach(point -> datapoints.put(point.name(), point));
        }
    }

    public static BenchmarkCatalogue shipped() {
        return SHIPPED;
    }

    private static List<Benchmark> rows(String table) {
        return table.lines()
                .filter(line -> !line.startsWith("#"))
                .map(BenchmarkCatalogue::row)
                .toList();
    }

    private static Benchmark row(String line) {
        String[] cells = line.split("\t", -1);
        List<String> names = words(cells[6], ",");
        List<String> tags = words(cells[3], ",");
        double seconds = cells[7].isEmpty() ? 0.5 : Double.parseDouble(cells[7]) / names.size();
        List<Datapoint> points = new ArrayList<>();
        for (String name : names) {
            points.add(
                    new Datapoint(
                            name,
                            cells[0],
                            cells[1],
                            words(cells[2], " "),
                            points.size(),
                            tags,
                            seconds));
        }
        return new Benchmark(
                cells[0],
                tags,
                PythonRange.parse(">=" + cells[4]),
                words(cells[5], " "),
                points,
                cells[8].equals("smoke"));
    }

    private static List<String> words(String cell, String separator) {
        return cell.isEmpty() ? List.of() : List.of(cell.split(separator));
    }

    public List<Benchmark> benchmarks() {
        return List.copyOf(benchmarks.values());
    }

    public Optional<Benchmark> benchmark(String name) {
        return Optional.ofNullable(benchmarks.get(name));
    }

    public Optional<Datapoint> datapoint(String name) {
        return Optional.ofNullable(datapoints.get(name));
    }

    /// The datapoints of a group's benchmarks.
    public List<Datapoint> of(BenchmarkGroup group) {
        return benchmarks().stream()
                .filter(group::holds)
                .flatMap(benchmark -> benchmark.datapoints().stream())
                .toList();
    }

    /// The 14 benchmarks of `--quick`.
    public List<Datapoint> smoke() {
        return of(BenchmarkGroup.SMOKE);
    }

    /// Every datapoint.
    public List<Datapoint> all() {
        return List.copyOf(datapoints.values());
    }

    /// What a session measures that names no benchmarks.
    public List<Datapoint> defaultFor(Mode mode) {
        return mode == Mode.QUICK ? smoke() : all();
    }

    /// Datapoints for what `-b` got: names of benchmarks or datapoints, tags (`math` or `<math>`),
    /// `all`, `smoke`, `kit` (all that need no packages), each also with `-` in front to leave it
    /// out; elements may hold several, separated by commas. Exclusions alone are taken from `all`.
    ///
    /// @return in the order of the catalogue
    /// @throws BenchException with [BenchProblem.UnknownBenchmark] or [BenchProblem.EmptySelection]
    public List<Datapoint> select(List<String> names) {
        Set<Datapoint> chosen = new LinkedHashSet<>();
        Set<Datapoint> excluded = new LinkedHashSet<>();
        boolean positive = false;
        for (String element : names) {
            for (String part : element.split(",")) {
                String name = part.strip();
                if (name.startsWith("-")) {
                    excluded.addAll(named(name.substring(1)));
                } else if (!name.isEmpty()) {
                    chosen.addAll(named(name));
                    positive = true;
                }
            }
        }
        List<Datapoint> result = new ArrayList<>(all());
        if (positive) {
            result.retainAll(chosen);
        }
        result.removeAll(excluded);
        if (result.isEmpty()) {
            throw new BenchProblem.EmptySelection(
                            "No benchmark is left in \"" + String.join(",", names) + "\".",
                            "Leave out fewer.")
                    .exception();
        }
        return result;
    }

    private List<Datapoint> named(String given) {
        String name = given.toLowerCase(Locale.ROOT);
        if (name.startsWith("<") && name.endsWith(">") && name.length() > 2) {
            return tagged(name.substring(1, name.length() - 1), given);
        }
        Benchmark benchmark = benchmarks.get(name);
        if (benchmark != null) {
            return benchmark.datapoints();
        }
        Datapoint point = datapoints.get(name);
        if (point != null) {
            return List.of(point);
        }
        return switch (name) {
            case "default" -> all();
            case "quick" -> smoke();
            default -> BenchmarkGroup.of(name).map(this::of).orElseGet(() -> tagged(name, given));
        };
    }

    private List<Datapoint> tagged(String tag, String given) {
        List<Datapoint> found =
                datapoints.values().stream().filter(point -> point.tags().contains(tag)).toList();
        if (found.isEmpty()) {
            throw new BenchProblem.UnknownBenchmark(given, nearest(tag)).exception();
        }
        return found;
    }

    private List<String> nearest(String name) {
        Set<String> known = new TreeSet<>(benchmarks.keySet());
        known.addAll(datapoints.keySet());
        datapoints.values().forEach(point -> known.addAll(point.tags()));
        Stream.of(BenchmarkGroup.values()).forEach(group -> known.add(group.word()));
        return Nearest.some(name, known, 3);
    }
}
