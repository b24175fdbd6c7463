/// Two texts beside each other.
@NullMarked
package org.pykiln.diff;

import org.jspecify.annotations.NullMarked;
