/// The docker-java adapter behind the engine port, and the discovery of engines.
@NullMarked
package org.pykiln.engine.docker;

import org.jspecify.annotations.NullMarked;
