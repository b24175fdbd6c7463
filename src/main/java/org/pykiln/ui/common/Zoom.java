package org.pykiln.ui.common;

import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;

/// How large everything in the window is drawn, in per cent.
public final class Zoom {
    private static final List<Integer> STEPS = List.of(75, 80, 90, 100, 110, 125, 150, 175, 200);
    private static final int USUAL = 100;

    private final IntegerProperty percent = new SimpleIntegerProperty(USUAL);

    /// One of the steps.
    public IntegerProperty percent() {
        return percent;
    }

    public double factor() {
        return percent.get() / 100.0;
    }

    /// To the step that is nearest to what was kept, or is being asked for.
    public void set(int wanted) {
        percent.set(
                STEPS.stream()
                        .reduce(
                                USUAL,
                                (best, step) ->
                                        Math.abs(step - wanted) < Math.abs(best - wanted)
                                                ? step
                                                : best));
    }

    public void in() {
        step(1);
    }

    public void out() {
        step(-1);
    }

    public void reset() {
        percent.set(USUAL);
    }

    private void step(int by) {
        int next = STEPS.indexOf(percent.get()) + by;
        percent.set(STEPS.get(Math.clamp(next, 0, STEPS.size() - 1)));
    }
}
