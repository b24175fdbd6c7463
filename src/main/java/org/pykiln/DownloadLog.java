package org.pykiln;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.pykiln.plan.PythonRelease;
import org.pykiln.source.FetchProgress;

/// Tells of a download in a few lines, one for every quarter.
final class DownloadLog implements FetchProgress {
    private final PythonRelease release;
    private final Consumer<String> log;
    private int told;

    DownloadLog(PythonRelease release, Consumer<String> log) {
        this.release = release;
        this.log = log;
    }

    @Override
    public void fetched(long done, OptionalLong total) {
        int quarter = total.isPresent() ? (int) (done * 4 / Math.max(1, total.getAsLong())) : 0;
        if (quarter != told) {
            told = quarter;
            log.accept(
                    String.format(
                            Locale.ROOT, "%s: %.1f MB fetched", release.archive(), done / 1e6));
        }
    }

    @Override
    public void note(String message) {
        log.accept(message);
    }
}
