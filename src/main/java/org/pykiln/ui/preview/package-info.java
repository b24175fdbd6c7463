/// The live Dockerfile beside the form.
@NullMarked
package org.pykiln.ui.preview;

import org.jspecify.annotations.NullMarked;
