package org.pykiln.ui.compare;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.TableRow;
import org.jspecify.annotations.Nullable;
import org.pykiln.stats.Verdict;

/// A row that shows by its look what came out, and which one is the geometric mean.
final class VerdictRow extends TableRow<ResultLine> {
    @Override
    protected void updateItem(@Nullable ResultLine item, boolean empty) {
        super.updateItem(item, empty);
        for (Verdict verdict : Verdict.values()) {
            pseudoClassStateChanged(
                    PseudoClass.getPseudoClass(verdict.name().toLowerCase(Locale.ROOT)),
                    !empty && item != null && item.verdict() == verdict);
        }
        pseudoClassStateChanged(
                PseudoClass.getPseudoClass("total"), !empty && item != null && item.total());
    }
}
