/// One class a knob: what it is, when it is allowed, what it adds to the build, how it is proven.
@NullMarked
package org.pykiln.recipe.knob;

import org.jspecify.annotations.NullMarked;
