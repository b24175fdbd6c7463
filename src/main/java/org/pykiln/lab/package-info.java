/// The whole job on one folder: build, prove, measure, compare, report.
@NullMarked
package org.pykiln.lab;

import org.jspecify.annotations.NullMarked;
