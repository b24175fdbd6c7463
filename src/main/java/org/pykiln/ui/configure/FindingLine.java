package org.pykiln.ui.configure;

import javafx.scene.control.Hyperlink;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.javafx.FontIcon;
import org.pykiln.recipe.Finding;
import org.pykiln.recipe.Remedy;
import org.pykiln.recipe.Severity;

/// A sentence under a knob, and behind it a link that does something about it.
final class FindingLine extends HBox {
    private final TextFlow words = new TextFlow();

    private FindingLine(Severity severity, String icon, String sentence) {
        getStyleClass().addAll("finding", severity.word());
        Text text = text(sentence + " ", "finding-text");
        text.setAccessibleText(severity.word() + ": " + sentence);
        words.getChildren().add(text);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(new FontIcon(icon), words);
    }

    /// What a rule says, with its remedy, and what that would turn.
    static FindingLine of(Finding finding, KnobViewModel knob) {
        FindingLine line =
                new FindingLine(
                        finding.severity(),
                        switch (finding.severity()) {
                            case ERROR -> "fth-x-octagon";
                            case WARNING -> "fth-alert-triangle";
                            case ADVICE -> "fth-info";
                        },
                        finding.summary());
        finding.remedy().ifPresent(remedy -> line.offer(remedy, knob));
        return line;
    }

    /// What this engine makes of a value, with the way to what can be done about it.
    static FindingLine remark(String sentence, String link, Runnable action) {
        FindingLine line = new FindingLine(Severity.ADVICE, "fth-cpu", sentence);
        line.link(link, action);
        return line;
    }

    private void offer(Remedy remedy, KnobViewModel knob) {
        Hyperlink link = link(remedy.label(), () -> knob.apply(remedy));
        String changes = knob.changes(remedy);
        link.setTooltip(new Tooltip(changes));
        link.setAccessibleHelp(changes);
        words.getChildren().add(text(" (" + changes + ")", "finding-change"));
    }

    private Hyperlink link(String label, Runnable action) {
        Hyperlink link = new Hyperlink(label);
        link.setMinWidth(USE_PREF_SIZE);
        link.setAccessibleText(label);
        link.setOnAction(event -> {
            link.setVisited(false);
            action.run();
        });
        words.getChildren().add(link);
        return link;
    }

    private static Text text(String content, String style) {
        Text text = new Text(content);
        text.getStyleClass().add(style);
        return text;
    }
}
