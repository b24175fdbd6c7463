package org.pykiln.ui.compare;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.pykiln.ui.common.TitledColumns;

/// Columns of tables: words left, numbers right and sorted as numbers.
final class Columns {
    private static final double NARROWEST = 80;
    private static final double WIDEST = 420;

    private Columns() {}

    static <T> TableColumn<T, String> words(String title, double width, Function<T, String> text) {
        TableColumn<T, String> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(text.apply(row.getValue())));
        column.setCellFactory(view -> new WordCell<>());
        return column;
    }

    /// As above, as wide as its title and texts need, within reason.
    static <T> TableColumn<T, String> fitted(String title, List<T> rows, Function<T, String> text) {
        int longest =
                Math.max(
                        title.length(),
                        rows.stream().map(text).mapToInt(String::length).max().orElse(0));
        return words(title, Math.clamp(TitledColumns.width(longest), NARROWEST, WIDEST), text);
    }

    /// Numbers that are known as texts alone, which do not sort.
    static <T> TableColumn<T, String> texts(String title, double width, Function<T, String> text) {
        TableColumn<T, String> column = words(title, width, text);
        column.setSortable(false);
        column.getStyleClass().add("number");
        return column;
    }

    /// @param number to sort by; what is not a number comes last
    static <T> TableColumn<T, Double> numbers(
            String title, double width, ToDoubleFunction<T> number, Function<T, String> text) {
        TableColumn<T, Double> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(number.applyAsDouble(row.getValue())));
        column.setCellFactory(view -> new NumberCell<>(text));
        column.getStyleClass().add("number");
        return column;
    }

    static ContextMenu menu(MenuItem... items) {
        return new ContextMenu(items);
    }

    static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(event -> action.run());
        return item;
    }

    /// Says on hover what may be cut.
    private static final class WordCell<T> extends TableCell<T, String> {
        @Override
        protected void updateItem(@Nullable String item, boolean empty) {
            super.updateItem(item, empty);
            boolean none = empty || item == null || item.isEmpty();
            setText(none ? null : item);
            setTooltip(none ? null : new Tooltip(item));
        }
    }

    private static final class NumberCell<T> extends TableCell<T, Double> {
        private final Function<T, String> text;

        NumberCell(Function<T, String> text) {
            this.text = text;
        }

        @Override
        protected void updateItem(@Nullable Double item, boolean empty) {
            super.updateItem(item, empty);
            @Nullable T line = getTableRow() == null ? null : getTableRow().getItem();
            setText(empty || line == null ? null : text.apply(line));
        }
    }
}
