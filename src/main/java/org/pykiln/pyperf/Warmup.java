package org.pykiln.pyperf;

/// One warm-up: how many loops ran, and the value of one loop iteration (a `Long` or a `Double`,
/// not negative, in the unit of the run).
public record Warmup(long loops, Number value) {
    static final String RULE =
            "warmups must be a sequence of (loops, value) where loops is a int >= 1 and value is a"
                    + " float >= 0.0";

    public Warmup {
        value = PerfRun.plain(value, RULE);
        if (loops < 1 || !(value.doubleValue() >= 0) || Double.isInfinite(value.doubleValue())) {
            throw new PerfDataException(RULE);
        }
    }
}
