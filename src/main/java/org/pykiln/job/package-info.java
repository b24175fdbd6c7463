/// Long-running work: state, steps, log, cancel.
@NullMarked
package org.pykiln.job;

import org.jspecify.annotations.NullMarked;
