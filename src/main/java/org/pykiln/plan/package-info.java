/// What all knobs of a recipe together contribute to the build; each entry knows its knob.
@NullMarked
package org.pykiln.plan;

import org.jspecify.annotations.NullMarked;
