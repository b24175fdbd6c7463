/// The port to a container engine: requests, events, problems, in our own types.
@NullMarked
package org.pykiln.engine;

import org.jspecify.annotations.NullMarked;
