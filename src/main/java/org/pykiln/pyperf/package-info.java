/// pyperf's file format, and the text that pyperf prints.
@NullMarked
package org.pykiln.pyperf;

import org.jspecify.annotations.NullMarked;
