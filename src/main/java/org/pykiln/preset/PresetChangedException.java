package org.pykiln.preset;

import java.nio.file.Path;

/// A preset was not saved, because the file is no longer as it was when it was read. Nothing was
/// changed. Saving again with [FileState#of] as the expected state overwrites it.
public final class PresetChangedException extends PresetException {
    private static final long serialVersionUID = 1;

    PresetChangedException(Path file, boolean isThere) {
        super(
                PresetProblem.of(
                        file.toString(),
                        isThere
                                ? "not saved: the file is not as it was when it was read"
                                : "not saved: the file was removed since it was read"));
    }
}
