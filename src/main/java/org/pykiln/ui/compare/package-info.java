/// Results: the chart and table of a comparison.
@NullMarked
package org.pykiln.ui.compare;

import org.jspecify.annotations.NullMarked;
