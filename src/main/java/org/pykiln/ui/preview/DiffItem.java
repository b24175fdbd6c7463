package org.pykiln.ui.preview;

/// What stands in one line of the comparison of two Dockerfiles.
public sealed interface DiffItem permits DiffRow, Fold {}
