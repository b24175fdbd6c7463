/// What PyKiln has on an engine's disk, and how what nobody needs is removed.
@NullMarked
package org.pykiln.storage;

import org.jspecify.annotations.NullMarked;
