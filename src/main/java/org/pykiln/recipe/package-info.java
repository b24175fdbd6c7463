/// What can be chosen: recipes, knobs, findings. Knows the build plan and the JDK alone.
@NullMarked
package org.pykiln.recipe;

import org.jspecify.annotations.NullMarked;
