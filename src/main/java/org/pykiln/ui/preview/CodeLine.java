package org.pykiln.ui.preview;

import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;
import org.pykiln.ui.preview.Span.Mark;

/// A line of code in its colours. Pieces that stay are not made anew.
final class CodeLine extends HBox {
    private List<Span> shown = List.of();

    CodeLine() {
        getStyleClass().add("code");
        setMinWidth(USE_PREF_SIZE);
    }

    void show(List<Span> spans) {
        int same = 0;
        while (same < Math.min(shown.size(), spans.size())
                && shown.get(same).equals(spans.get(same))) {
            same++;
        }
        for (int i = same; i < spans.size(); i++) {
            Span span = spans.get(i);
            if (i < shown.size() && isPlainOf(span, shown.get(i))) {
                ((Text) getChildren().get(i)).setText(span.text());
            } else if (i < shown.size()) {
                getChildren().set(i, node(span));
            } else {
                getChildren().add(node(span));
            }
        }
        if (spans.size() < getChildren().size()) {
            getChildren().remove(spans.size(), getChildren().size());
        }
        shown = spans;
    }

    /// Whether only the text differs.
    private static boolean isPlainOf(Span span, Span before) {
        return span.token() == before.token()
                && span.mark() == Mark.NONE
                && before.mark() == Mark.NONE;
    }

    private static Node node(Span span) {
        String token = span.token().name().toLowerCase(Locale.ROOT);
        if (span.mark() == Mark.NONE) {
            Text text = new Text(span.text());
            text.getStyleClass().addAll("code-text", token);
            return text;
        }
        Label label = new Label(span.text());
        label.getStyleClass()
                .addAll("code-mark", "mark-" + span.mark().name().toLowerCase(Locale.ROOT));
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}
