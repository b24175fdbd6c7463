package org.pykiln;

import java.util.Locale;
import java.util.OptionalLong;
import org.pykiln.job.JobContext;
import org.pykiln.plan.PythonRelease;
import org.pykiln.source.FetchProgress;

/// Tells a job how far its download is.
final class DownloadStatus implements FetchProgress {
    private final PythonRelease release;
    private final JobContext context;
    private final DownloadLog log;

    DownloadStatus(PythonRelease release, JobContext context) {
        this.release = release;
        this.context = context;
        this.log = new DownloadLog(release, context::log);
    }

    @Override
    public void fetched(long done, OptionalLong total) {
        log.fetched(done, total);
        String of =
                total.isPresent()
                        ? String.format(Locale.ROOT, " of %.1f", total.getAsLong() / 1e6)
                        : "";
        context.status(
                String.format(Locale.ROOT, "%s: %.1f%s MB", release.archive(), done / 1e6, of));
        total.ifPresent(all -> context.progress(done / (double) Math.max(1, all)));
    }

    @Override
    public void note(String message) {
        log.note(message);
    }
}
