/// The frame of the window: rail, sections, status bar.
@NullMarked
package org.pykiln.ui.shell;

import org.jspecify.annotations.NullMarked;
