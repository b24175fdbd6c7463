/// What a person chose once and for all.
@NullMarked
package org.pykiln.ui.settings;

import org.jspecify.annotations.NullMarked;
