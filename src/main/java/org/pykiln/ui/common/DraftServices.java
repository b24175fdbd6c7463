package org.pykiln.ui.common;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pykiln.recipe.Recipe;
import org.pykiln.ui.common.PresetServices.NamedRecipe;

/// What is unsaved, kept so that the end of a window that nobody asked for does not take it.
///
/// See [Services] for which calls may block.
public interface DraftServices {
    /// Drafts of windows that ended without closing. One that cannot be read is moved aside, and
    /// the problem says where to.
    Left left() throws ProblemException;

    /// Keeps this window's draft in the place of the one before.
    void keep(Draft draft) throws ProblemException;

    /// Nothing is unsaved in this window any more.
    void drop() throws ProblemException;

    /// Removes a draft that another window left.
    void discard(LeftDraft draft) throws ProblemException;

    /// This window closes in order: its draft goes, those that it offered and nobody answered for
    /// move aside, and nothing is kept after this. Where that fails, the log says so. Answers at
    /// once.
    void end();

    /// @param source what was opened or saved last
    /// @param name as it stands in the window, which may be no name for a preset
    record Draft(NamedRecipe source, String name, Recipe recipe) {}

    /// @param id tells it from others
    /// @param kept when
    record LeftDraft(String id, Instant kept, Draft draft) {}

    /// @param drafts newest first
    /// @param problem what is wrong with those that cannot be read
    record Left(List<LeftDraft> drafts, Optional<Problem> problem) {
        public Left {
            drafts = List.copyOf(drafts);
        }
    }
}
