/// Intervals of ratios and what they allow to be said.
@NullMarked
package org.pykiln.stats;

import org.jspecify.annotations.NullMarked;
