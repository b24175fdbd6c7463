package org.pykiln.job;

/// Where a job is. It moves to the right only: queued, running, perhaps cancelling, ended.
public enum JobState {
    QUEUED("waiting"),
    RUNNING("running"),
    /// Asked to stop; whatever it holds is being put down.
    CANCELLING("cancelling"),
    CANCELLED("cancelled"),
    FAILED("failed"),
    /// Its process ended before it did.
    INTERRUPTED("interrupted"),
    SUCCEEDED("done");

    private final String word;

    JobState(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public boolean isEnded() {
        return this == CANCELLED || this == FAILED || this == INTERRUPTED || this == SUCCEEDED;
    }
}
