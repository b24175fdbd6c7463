/// Preset files: read, check, write; the shipped ones, one's own, and how the command line names
/// them.
@NullMarked
package org.pykiln.preset;

import org.jspecify.annotations.NullMarked;
