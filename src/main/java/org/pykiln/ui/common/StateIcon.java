package org.pykiln.ui.common;

import org.kordamp.ikonli.javafx.FontIcon;
import org.pykiln.job.JobState;

/// The sign of a state; never its only cue.
public final class StateIcon {
    private StateIcon() {}

    public static FontIcon of(JobState state) {
        return switch (state) {
            case QUEUED -> icon("fth-clock", "muted");
            case RUNNING -> icon("fth-play", "accent");
            case CANCELLING, CANCELLED -> icon("fth-slash", "muted");
            case FAILED -> icon("fth-x-circle", "danger");
            case INTERRUPTED -> icon("fth-zap-off", "warning");
            case SUCCEEDED -> icon("fth-check-circle", "success");
        };
    }

    public static FontIcon of(boolean holds) {
        return holds ? icon("fth-check-circle", "success") : icon("fth-x-circle", "danger");
    }

    public static FontIcon icon(String literal, String tone) {
        FontIcon icon = new FontIcon(literal);
        icon.getStyleClass().add("tone-" + tone);
        return icon;
    }
}
