/// What the knobs of a recipe contribute to the build. Knows the JDK alone; each entry knows its
/// knob.
@NullMarked
package org.pykiln.plan;

import org.jspecify.annotations.NullMarked;
