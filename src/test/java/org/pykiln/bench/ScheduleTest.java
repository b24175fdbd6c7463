package org.pykiln.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ScheduleTest {
    private static final int PLANS = 300;

    private static SessionPlan plan(Random random) {
        int images = 1 + random.nextInt(6);
        int datapoints = 1 + random.nextInt(12);
        return new SessionPlan(
                "p",
                "kit",
                random.nextLong(),
                IntStream.range(0, images)
                        .mapToObj(i -> new PlannedImage("i" + i, "r" + i, "sha256:" + i))
                        .toList(),
                IntStream.range(0, datapoints).mapToObj(i -> "d" + i).toList(),
                1 + random.nextInt(20),
                1,
                3,
                100,
                Optional.empty(),
                0,
                Optional.empty());
    }

    private static List<BenchUnit> all(SessionPlan plan) {
        List<BenchUnit> units = new ArrayList<>();
        for (int round = 1; round <= plan.rounds(); round++) {
            units.addAll(Schedule.round(plan, round));
        }
        return units;
    }

    @Test
    void everyUnitStandsInThePlanOnce() {
        Random random = new Random(1);
        for (int i = 0; i < PLANS; i++) {
            SessionPlan plan = plan(random);
            Set<String> keys = new HashSet<>();
            for (BenchUnit unit : all(plan)) {
                keys.add(unit.image() + "/" + unit.datapoint() + "/" + unit.round());
            }
            assertThat(keys).hasSize(plan.unitCount());
            assertThat(all(plan)).hasSize(plan.unitCount());
        }
    }

    @Test
    void imagesOfADatapointFollowEachOtherWithoutABreak() {
        Random random = new Random(2);
        for (int i = 0; i < PLANS; i++) {
            SessionPlan plan = plan(random);
            List<BenchUnit> units = Schedule.round(plan, 1 + random.nextInt(plan.rounds()));
            int images = plan.images().size();
            for (int at = 0; at < units.size(); at++) {
                assertThat(units.get(at).position()).isEqualTo(at % images + 1);
                assertThat(units.get(at).datapoint())
                        .isEqualTo(units.get(at - at % images).datapoint());
            }
        }
    }

    @Test
    void eachImageStandsInEachPositionOnceInABlockOfRounds() {
        Random random = new Random(3);
        for (int i = 0; i < PLANS; i++) {
            SessionPlan plan = plan(random);
            int images = plan.images().size();
            int blocks = plan.rounds() / images;
            Map<String, Integer> counts = new HashMap<>();
            for (BenchUnit unit : all(plan)) {
                if (unit.round() <= blocks * images) {
                    counts.merge(
                            unit.image() + unit.datapoint() + unit.position(), 1, Integer::sum);
                }
            }
            assertThat(counts.values()).allMatch(count -> count == blocks);
        }
    }

    @Test
    void ordersDifferBetweenRoundsDatapointsAndSeeds() {
        List<String> names = IntStream.range(0, 10).mapToObj(i -> "d" + i).toList();
        Set<List<String>> orders = new HashSet<>();
        Map<List<String>, Integer> imageOrders = new HashMap<>();
        for (int seed = 0; seed < 20; seed++) {
            SessionPlan plan =
                    new SessionPlan(
                            "p",
                            "kit",
                            seed,
                            List.of(
                                    new PlannedImage("a", "a", "1"),
                                    new PlannedImage("b", "b", "2"),
                                    new PlannedImage("c", "c", "3")),
                            names,
                            9,
                            1,
                            3,
                            100,
                            Optional.empty(),
                            0,
                            Optional.empty());
            for (int round = 1; round <= 9; round++) {
                List<BenchUnit> units = Schedule.round(plan, round);
                orders.add(units.stream().map(BenchUnit::datapoint).distinct().toList());
                for (int at = 0; at < units.size(); at += 3) {
                    List<String> order =
                            units.subList(at, at + 3).stream().map(BenchUnit::image).toList();
                    imageOrders.merge(order, 1, Integer::sum);
                }
            }
        }
        assertThat(orders).hasSize(180);
        // 1800 draws of the six orders: 300 each, give or take
        assertThat(imageOrders).hasSize(6);
        assertThat(imageOrders.values()).allMatch(count -> count > 240 && count < 360);
    }

    @Test
    void aPlanWithMoreRoundsBeginsAlike() {
        Random random = new Random(4);
        for (int i = 0; i < PLANS; i++) {
            SessionPlan plan = plan(random);
            List<BenchUnit> longer = all(plan.withRounds(plan.rounds() + 7));
            assertThat(longer.subList(0, plan.unitCount())).isEqualTo(all(plan));
        }
    }
}
