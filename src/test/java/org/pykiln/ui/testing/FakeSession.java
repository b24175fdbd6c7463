package org.pykiln.ui.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import org.pykiln.bench.BenchUnit;
import org.pykiln.bench.PlannedImage;
import org.pykiln.bench.Requeue;
import org.pykiln.bench.SessionEvent;
import org.pykiln.bench.SessionPlan;
import org.pykiln.job.JobContext;
import org.pykiln.ui.common.MeasureServices.Steering;

/// A session that measures nothing and tells what a real one does.
public final class FakeSession {
    private static final double DIFFERENCE = 0.9;

    /// When set, each unit needs one of its permits.
    public volatile Optional<Semaphore> units = Optional.empty();

    /// A unit that something disturbs and one that fails, counted from 1.
    public int disturbed;

    public int failing;

    void run(
            List<String> names,
            List<String> benchmarks,
            int rounds,
            Steering steering,
            JobContext context)
            throws InterruptedException {
        List<PlannedImage> images = new ArrayList<>();
        names.forEach(name -> images.add(new PlannedImage(name, name, "sha256:" + name)));
        SessionPlan plan =
                new SessionPlan(
                        "fake",
                        "kit",
                        1,
                        images,
                        benchmarks,
                        rounds,
                        1,
                        3,
                        100,
                        Optional.empty(),
                        0,
                        Optional.empty());
        tell(new SessionEvent.Preparing("Starting " + names.getFirst()), steering);
        tell(new SessionEvent.Begun(plan, List.of(), new Requeue(0, new TreeMap<>())), steering);
        int total = plan.unitCount();
        int done = 0;
        Random random = new Random(1);
        for (int round = 1; round <= rounds; round++) {
            for (String benchmark : benchmarks) {
                for (String name : names) {
                    BenchUnit unit = new BenchUnit(name, benchmark, round, 1);
                    measure(unit, ++done, names.indexOf(name), random, steering, context);
                    tell(
                            new SessionEvent.Progress(
                                    done, total, Duration.ofSeconds(total - done)),
                            steering);
                    context.status("%d of %d units".formatted(done, total));
                    context.progress((double) done / total);
                }
            }
        }
    }

    private void measure(
            BenchUnit unit,
            int number,
            int image,
            Random random,
            Steering steering,
            JobContext context)
            throws InterruptedException {
        context.cancellation().throwIfCancelled();
        steering.pause()
                .hold(
                        () -> {
                            tell(new SessionEvent.Paused(), steering);
                            context.status("paused");
                        },
                        () -> {
                            tell(new SessionEvent.Resumed(), steering);
                            context.status("going on");
                        },
                        context.cancellation());
        tell(new SessionEvent.UnitStarted(unit), steering);
        context.status("unit " + number);
        if (units.isPresent()) {
            Semaphore permits = units.get();
            try (var _ = context.cancellation().onCancel(permits::release)) {
                permits.acquire();
            }
            context.cancellation().throwIfCancelled();
        }
        if (number == failing) {
            tell(new SessionEvent.UnitFailed(unit, "It ended with code 1.", "", false), steering);
            return;
        }
        double mean = 0.05 * (image == 0 ? 1 : DIFFERENCE) * (1 + 0.004 * random.nextGaussian());
        tell(new SessionEvent.UnitFinished(unit, mean), steering);
        if (number == disturbed) {
            tell(new SessionEvent.Disturbed(unit, "other processes had 31 % of its CPU"), steering);
        }
    }

    private static void tell(SessionEvent event, Steering steering) {
        steering.listener().accept(event);
    }
}
