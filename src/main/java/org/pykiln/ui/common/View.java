package org.pykiln.ui.common;

import java.net.URL;
import java.util.Locale;
import java.util.Objects;

/// All FXML files. Each is named like its controller.
public enum View {
    SHELL,
    STATUS_BAR,
    PALETTE,
    TOASTS,
    DROP,
    JOBS_DRAWER,
    FIRST_STEPS,
    CLOSING,
    ENGINE,
    PRESETS,
    PRESET,
    PRESET_COMPARISON,
    DRAFT,
    ENGINES,
    CONFIGURE,
    PRESET_BAR,
    EXPLANATION,
    PREVIEW,
    PREVIEW_FIND,
    PREVIEW_DIFF,
    BUILDS,
    BUILD_BAR,
    STEPS,
    FAILURE,
    RECEIPT,
    LAYERS,
    LOG,
    MEASURE,
    SESSION_OPTIONS,
    HOST,
    UNFINISHED,
    LIVE_SESSION,
    BENCHMARKS,
    RESULTS,
    RESULTS_BAR,
    CONCLUSION,
    IMAGES,
    RESULTS_TABLE,
    KNOB_EFFECT,
    PUBLISHED,
    REPLAY,
    CHART,
    STORAGE,
    SETTINGS,
    JOB_SETTINGS;

    /// `preset-bar.fxml`
    public String file() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".fxml";
    }

    public URL url() {
        return Objects.requireNonNull(View.class.getResource("/fxml/" + file()), file());
    }
}
