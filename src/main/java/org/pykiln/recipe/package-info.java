/// What can be chosen: recipes, knobs, findings. Knows the JDK alone.
@NullMarked
package org.pykiln.recipe;

import org.jspecify.annotations.NullMarked;
