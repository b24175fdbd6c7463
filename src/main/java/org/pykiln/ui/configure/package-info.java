/// The form derived from the catalogue of knobs.
@NullMarked
package org.pykiln.ui.configure;

import org.jspecify.annotations.NullMarked;
