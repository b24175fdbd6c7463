/// The command line.
@NullMarked
package org.pykiln.cli;

import org.jspecify.annotations.NullMarked;
