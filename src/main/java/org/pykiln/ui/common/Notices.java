package org.pykiln.ui.common;

/// Shows what sections tell. Called on the window's thread.
public interface Notices {
    /// For whoever shows nothing.
    Notices NOWHERE =
            new Notices() {
                @Override
                public void told(String text) {}

                @Override
                public void reported(Problem problem) {}

                @Override
                public void retracted(Problem problem) {}

                @Override
                public void settled() {}
            };

    /// Something went well.
    void told(String text);

    /// Something went wrong.
    void reported(Problem problem);

    /// What went wrong is right again.
    void retracted(Problem problem);

    /// Somebody has begun anew: what was foreseen and reported before is history.
    void settled();
}
