package org.pykiln.preset;

import java.util.Optional;

/// A preset and where it comes from.
///
/// @param label the file as a person may read it; of a shipped one `presets/NAME.json`
/// @param file there unless it is shipped
public record KnownPreset(Preset preset, Origin origin, String label, Optional<PresetFile> file) {

    static KnownPreset of(PresetFile file, Origin origin) {
        return new KnownPreset(file.preset(), origin, file.path().toString(), Optional.of(file));
    }

    public String name() {
        return preset.name();
    }

    public boolean isShipped() {
        return origin == Origin.SHIPPED;
    }
}
