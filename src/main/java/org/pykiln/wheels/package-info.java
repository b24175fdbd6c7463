/// Builds wheels in an image for its architecture and C library, and keeps them in a folder that
/// pip can use as an index.
@NullMarked
package org.pykiln.wheels;

import org.jspecify.annotations.NullMarked;
