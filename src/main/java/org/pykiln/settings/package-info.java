/// What a person chose once and for all, in one file of the workspace that window and command line
/// read (docs/decisions/0009-settings.md).
@NullMarked
package org.pykiln.settings;

import org.jspecify.annotations.NullMarked;
