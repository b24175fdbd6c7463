package org.pykiln.ui.shell;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import org.pykiln.ui.common.Command;

/// A command as the palette shows it.
///
/// @param pieces its name, cut where what was typed begins and ends
public record PaletteLine(Command command, List<Piece> pieces) {
    /// @param found whether it is what was typed
    public record Piece(String text, boolean found) {}

    public PaletteLine {
        pieces = List.copyOf(pieces);
    }

    static PaletteLine of(Command command, Match match) {
        String name = command.name();
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        while (from < name.length()) {
            boolean found = match.marks().get(from);
            int next = found ? match.marks().nextClearBit(from) : match.marks().nextSetBit(from);
            int to = next < 0 ? name.length() : Math.min(next, name.length());
            pieces.add(new Piece(name.substring(from, to), found));
            from = to;
        }
        return new PaletteLine(command, pieces);
    }

    /// The pieces that end within so many letters, and all that follows as one, without marks: so
    /// the end can be shortened where there is no room.
    List<Piece> markedWithin(int letters) {
        List<Piece> shown = new ArrayList<>();
        int to = 0;
        for (Piece piece : pieces) {
            to += piece.text().length();
            if (to > letters) {
                break;
            }
            shown.add(piece);
        }
        if (shown.size() < pieces.size()) {
            List<Piece> rest = pieces.subList(shown.size(), pieces.size());
            shown.add(new Piece(rest.stream().map(Piece::text).collect(joining()), false));
        }
        return shown;
    }

    /// As a screen reader speaks it.
    public String spoken() {
        return command.isPossible()
                ? command.name()
                : "%s, not now: %s".formatted(command.name(), command.obstacle());
    }
}
