/// Which engines there are, and what the one that is used executes.
@NullMarked
package org.pykiln.ui.engines;

import org.jspecify.annotations.NullMarked;
