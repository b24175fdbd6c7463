/// Building an image from the window.
@NullMarked
package org.pykiln.ui.build;

import org.jspecify.annotations.NullMarked;
