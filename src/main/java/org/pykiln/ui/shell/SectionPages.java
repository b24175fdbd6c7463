package org.pykiln.ui.shell;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import org.pykiln.ui.common.Section;
import org.pykiln.ui.common.View;
import org.pykiln.ui.common.Views;

/// The sections, each made when it is first shown.
final class SectionPages {
    private final Views views;
    private final Dividers dividers;
    private final Map<Section, Node> pages = new EnumMap<>(Section.class);

    SectionPages(Views views, Dividers dividers) {
        this.views = views;
        this.dividers = dividers;
    }

    Node of(Section section) {
        return pages.computeIfAbsent(section, this::load);
    }

    /// A section scrolls where it has less room than it can do with.
    private Node load(Section section) {
        Node node = views.load(view(section));
        dividers.adopt(node);
        ScrollPane page = new ScrollPane(node);
        page.setFitToWidth(true);
        page.setFitToHeight(true);
        page.setFocusTraversable(false);
        page.setAccessibleText(section.label());
        page.getStyleClass().add("section");
        return page;
    }

    private static View view(Section section) {
        return switch (section) {
            case CONFIGURE -> View.CONFIGURE;
            case BUILDS -> View.BUILDS;
            case MEASURE -> View.MEASURE;
            case RESULTS -> View.RESULTS;
            case PRESETS -> View.PRESETS;
            case ENGINES -> View.ENGINES;
            case SETTINGS -> View.SETTINGS;
        };
    }
}
