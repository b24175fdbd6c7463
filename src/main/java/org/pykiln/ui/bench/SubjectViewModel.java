package org.pykiln.ui.bench;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.pykiln.ui.common.MeasureServices.Subject;
import org.pykiln.ui.common.MeasureServices.Subject.OfImage;
import org.pykiln.ui.common.MeasureServices.Subject.OfPreset;
import org.pykiln.ui.common.Texts;

/// Something that can be measured, and whether it will be.
public final class SubjectViewModel {
    private final Subject subject;
    private final BooleanProperty picked = new SimpleBooleanProperty();

    SubjectViewModel(Subject subject) {
        this.subject = subject;
    }

    public Subject subject() {
        return subject;
    }

    public String name() {
        return subject.name();
    }

    public BooleanProperty picked() {
        return picked;
    }

    /// What it is, in a few words.
    public String kind() {
        return switch (subject) {
            case OfPreset preset -> preset.recipe().description();
            case OfImage made ->
                    "built image · %s · %s"
                            .formatted(made.image().reference(), Texts.bytes(made.image().bytes()));
        };
    }

    public boolean isImage() {
        return subject instanceof OfImage;
    }
}
