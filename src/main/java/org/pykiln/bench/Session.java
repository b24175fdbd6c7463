package org.pykiln.bench;

import java.nio.file.Path;

/// A session on disk: its plan and what has been measured. Every file in the folder is there whole
/// or not at all.
public final class Session {
    private final Path folder;
    private final SessionPlan plan;

    Session(Path folder, SessionPlan plan) {
        this.folder = folder;
        this.plan = plan;
    }

    /// Makes the folder and writes the plan, before anything is measured. A folder that holds the
    /// very same plan is resumed.
    ///
    /// @throws BenchException with [BenchProblem.SessionMismatch] when it holds another plan
    public static Session create(Path folder, SessionPlan plan) {
        return new Session(folder, plan);
    }

    /// Opens the session in a folder.
    ///
    /// @throws BenchException with [BenchProblem.SessionMismatch] when there is none
    public static Session open(Path folder) {
        throw new UnsupportedOperationException(folder.toString());
    }

    /// Whether the folder holds a session.
    public static boolean exists(Path folder) {
        return java.nio.file.Files.isRegularFile(folder.resolve("session.json"));
    }

    /// The same session with another number of rounds; units that are there count.
    public Session withRounds(int rounds) {
        return new Session(folder, plan.withRounds(rounds));
    }

    public Path folder() {
        return folder;
    }

    public SessionPlan plan() {
        return plan;
    }

    /// Where the merged pyperf suite of an image is written.
    public Path suiteFile(String image) {
        return folder.resolve(image + ".json");
    }

    /// What has been measured so far, also while the session runs elsewhere.
    public SessionResult result() {
        throw new UnsupportedOperationException();
    }
}
