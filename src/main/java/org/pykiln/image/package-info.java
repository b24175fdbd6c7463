/// Builds an image from a recipe, proves it from inside, writes its receipt.
@NullMarked
package org.pykiln.image;

import org.jspecify.annotations.NullMarked;
