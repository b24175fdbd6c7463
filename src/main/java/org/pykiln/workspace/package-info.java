/// The folder on disk that holds everything, and atomic files in it.
@NullMarked
package org.pykiln.workspace;

import org.jspecify.annotations.NullMarked;
