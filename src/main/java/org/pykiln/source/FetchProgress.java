package org.pykiln.source;

import java.util.OptionalLong;

/// Hears how far a download is, on the thread that asked for it, a few times a second.
public interface FetchProgress {
    FetchProgress SILENT = (done, total) -> {};

    /// So many bytes have arrived.
    ///
    /// @param done bytes that have arrived
    /// @param total bytes that there will be, where the server said so
    void fetched(long done, OptionalLong total);

    /// Something that a person should see in the log and that does not stop the work, such as a
    /// file that was passed over.
    default void note(String message) {}
}
