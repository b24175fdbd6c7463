/// Upstream source archives: found, fetched and never used without their checksum.
@NullMarked
package org.pykiln.source;

import org.jspecify.annotations.NullMarked;
