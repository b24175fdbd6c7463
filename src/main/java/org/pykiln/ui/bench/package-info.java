/// Measuring images from the window.
@NullMarked
package org.pykiln.ui.bench;

import org.jspecify.annotations.NullMarked;
