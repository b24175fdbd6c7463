/// Opening and saving presets.
@NullMarked
package org.pykiln.ui.presets;

import org.jspecify.annotations.NullMarked;
