package org.pykiln.ui.build;

/// What of a build is looked at.
enum Page {
    LOG,
    PROOFS,
    LAYERS
}
