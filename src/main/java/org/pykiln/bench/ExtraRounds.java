package org.pykiln.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.pykiln.bench.DisturbedRounds.Unit;
import org.pykiln.pyperf.PerfRun;

/// The end of a session: rounds that something disturbed are measured once more.
final class ExtraRounds {
    private final SessionPlan plan;
    private final Journal journal;
    private final Map<String, Map<String, List<Unit>>> units = new HashMap<>();
    private Requeue requeue;

    ExtraRounds(SessionPlan plan, Journal journal) {
        this.plan = plan;
        this.journal = journal;
        this.requeue = journal.requeue();
    }

    /// A unit of the plan's rounds that is there.
    void note(BenchUnit unit, PerfRun run) {
        units.computeIfAbsent(unit.datapoint(), datapoint -> new LinkedHashMap<>())
                .computeIfAbsent(unit.image(), image -> new ArrayList<>())
                .add(new Unit(unit.round(), SessionResult.mean(run), HostSigns.of(run)));
    }

    /// What of its host tells that a unit of the plan's rounds was disturbed, as far as is known
    /// now: more than the datapoint's units usually are. Nothing before there are enough to know
    /// what is usual. What is measured again is decided at the end, by all rounds.
    Optional<String> sign(BenchUnit unit) {
        List<Unit> all =
                units.getOrDefault(unit.datapoint(), Map.of()).values().stream()
                        .flatMap(List::stream)
                        .toList();
        if (all.size() < DisturbedRounds.FEWEST * plan.images().size()) {
            return Optional.empty();
        }
        HostSigns usual = HostSigns.usual(all.stream().map(Unit::host).toList());
        return units
                .getOrDefault(unit.datapoint(), Map.of())
                .getOrDefault(unit.image(), List.of())
                .stream()
                .filter(one -> one.round() == unit.round())
                .findFirst()
                .flatMap(one -> one.host().sign(usual))
                .map(HostSigns.Sign::text);
    }

    Requeue requeue() {
        return requeue;
    }

    /// Whether it is still to be decided what is measured again.
    boolean isDue() {
        return plan.requeue() && requeue.judged() < plan.rounds();
    }

    /// Looks at the rounds that were not looked at before.
    void decide() throws IOException {
        SortedMap<String, SortedMap<Integer, String>> disturbed =
                new TreeMap<>(requeue.disturbed());
        for (String datapoint : plan.datapoints()) {
            Map<String, List<Unit>> byImage = units.getOrDefault(datapoint, Map.of());
            if (byImage.size() < plan.images().size()) {
                continue;
            }
            SortedMap<Integer, String> chosen =
                    new TreeMap<>(DisturbedRounds.of(since(byImage, requeue.judged())));
            chosen.putAll(requeue.of(datapoint));
            if (!chosen.isEmpty()) {
                disturbed.put(datapoint, chosen);
            }
        }
        requeue = new Requeue(plan.rounds(), disturbed);
        journal.write(requeue);
    }

    private static Map<String, List<Unit>> since(Map<String, List<Unit>> byImage, int judged) {
        Map<String, List<Unit>> later = new LinkedHashMap<>();
        byImage.forEach((image, units) ->
                later.put(image, units.stream().filter(unit -> unit.round() > judged).toList()));
        return later;
    }

    /// Units to be measured, in order: as in the plan's rounds, images of a datapoint follow each
    /// other.
    List<BenchUnit> units() {
        return units(plan, requeue);
    }

    static List<BenchUnit> units(SessionPlan plan, Requeue requeue) {
        List<BenchUnit> units = new ArrayList<>();
        requeue.disturbed()
                .forEach((datapoint, rounds) -> {
                    for (int round : rounds.keySet()) {
                        Schedule.round(plan, Requeue.extra(round)).stream()
                                .filter(unit -> unit.datapoint().equals(datapoint))
                                .forEach(units::add);
                    }
                });
        return units;
    }
}
