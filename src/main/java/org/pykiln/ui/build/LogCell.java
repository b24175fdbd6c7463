package org.pykiln.ui.build;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;
import org.pykiln.job.LogLine;
import org.pykiln.ui.common.LogFindViewModel;

/// A line of a log: who speaks, and whether it was found.
final class LogCell extends ListCell<LogLine> {
    private static final PseudoClass MATCH = PseudoClass.getPseudoClass("match");

    /// More of a line than this nobody reads, and laying it out would hold up the window.
    private static final int LONGEST = 4_000;

    private final LogFindViewModel find;

    LogCell(LogFindViewModel find) {
        this.find = find;
    }

    @Override
    protected void updateItem(@Nullable LogLine item, boolean empty) {
        super.updateItem(item, empty);
        LogLine line = empty ? null : item;
        setText(line == null ? null : shortened(line.text()));
        for (LogLine.Kind kind : LogLine.Kind.values()) {
            pseudoClassStateChanged(
                    PseudoClass.getPseudoClass(kind.name().toLowerCase(Locale.ROOT)),
                    line != null && kind == line.kind());
        }
        pseudoClassStateChanged(MATCH, line != null && find.isMatch(line));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " …";
    }
}
