/// Chart models and their SVG, HTML, Markdown and CSV forms.
@NullMarked
package org.pykiln.report;

import org.jspecify.annotations.NullMarked;
