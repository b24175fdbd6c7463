/// The window.
@NullMarked
package org.pykiln.ui;

import org.jspecify.annotations.NullMarked;
