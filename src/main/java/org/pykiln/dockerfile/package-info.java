/// Distributions, and the rendering of a build plan to a Dockerfile whose lines know their knobs.
@NullMarked
package org.pykiln.dockerfile;

import org.jspecify.annotations.NullMarked;
