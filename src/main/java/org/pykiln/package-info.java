/// PyKiln: how should CPython be compiled into a container image, and how do you know?
@NullMarked
package org.pykiln;

import org.jspecify.annotations.NullMarked;
