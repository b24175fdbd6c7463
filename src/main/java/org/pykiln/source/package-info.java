/// Upstream source archives: their checksums, verified fetching, the cache.
@NullMarked
package org.pykiln.source;

import org.jspecify.annotations.NullMarked;
