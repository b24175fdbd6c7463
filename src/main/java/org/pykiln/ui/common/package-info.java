/// What the window's sections share.
@NullMarked
package org.pykiln.ui.common;

import org.jspecify.annotations.NullMarked;
