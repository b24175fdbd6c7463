package org.pykiln.recipe;

import java.util.List;
import java.util.Optional;

/// What a rule says of a recipe.
///
/// @param code stable and short, such as `lto-thin-needs-clang`
/// @param knobs ids of the knobs it is about; it is shown at the first
public record Finding(
        Severity severity,
        String code,
        List<String> knobs,
        String summary,
        Optional<Remedy> remedy) {
    /// Of a recipe that PyKiln's own tests cannot build: nobody has proven it yet.
    public static final String RENDERED_NOT_BUILT = "rendered-not-built";

    public Finding {
        knobs = List.copyOf(knobs);
    }

    public static Finding error(String code, String summary, Remedy remedy, Knob<?>... about) {
        return of(Severity.ERROR, code, summary, Optional.of(remedy), about);
    }

    public static Finding warning(String code, String summary, Remedy remedy, Knob<?>... about) {
        return of(Severity.WARNING, code, summary, Optional.of(remedy), about);
    }

    public static Finding advice(String code, String summary, Remedy remedy, Knob<?>... about) {
        return of(Severity.ADVICE, code, summary, Optional.of(remedy), about);
    }

    /// Something to know that no change of this recipe would mend.
    public static Finding note(String code, String summary, Knob<?>... about) {
        return of(Severity.ADVICE, code, summary, Optional.empty(), about);
    }

    /// Whether it says that the recipe was never built, only rendered.
    public boolean isOnlyRendered() {
        return code.equals(RENDERED_NOT_BUILT);
    }

    private static Finding of(
            Severity severity,
            String code,
            String summary,
            Optional<Remedy> remedy,
            Knob<?>... about) {
        List<String> ids = List.of(about).stream().map(Knob::id).toList();
        return new Finding(severity, code, ids, summary, remedy);
    }
}
