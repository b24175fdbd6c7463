/// The benchmark kit, session plans, the running of units, and their journal.
@NullMarked
package org.pykiln.bench;

import org.jspecify.annotations.NullMarked;
