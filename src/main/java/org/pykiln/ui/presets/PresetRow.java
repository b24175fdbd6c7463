package org.pykiln.ui.presets;

import org.pykiln.ui.common.PresetServices.NamedRecipe;

/// A preset in the list.
///
/// @param renderedOnly whether nobody has built an image like this yet
/// @param difference what it differs in from the preset that changes are counted against: `2 knobs
///   from debian-o2: LTO, PGO`
public record PresetRow(NamedRecipe preset, boolean renderedOnly, String difference) {}
