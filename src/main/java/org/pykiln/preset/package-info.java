/// Preset files: read, check, write.
@NullMarked
package org.pykiln.preset;

import org.jspecify.annotations.NullMarked;
