package org.pykiln.preset;

import java.nio.file.Path;

/// A preset was not saved or removed, because the file is no longer as it was when it was read.
/// Nothing was changed. Saving again with [FileState#of] as the expected state overwrites it.
public final class PresetChangedException extends PresetException {
    private static final long serialVersionUID = 1;

    PresetChangedException(Path file, String what, boolean isThere) {
        super(
                PresetProblem.of(
                        file.toString(),
                        "not %s: the file %s"
                                .formatted(
                                        what,
                                        isThere
                                                ? "is not as it was when it was read"
                                                : "is no longer there")));
    }
}
