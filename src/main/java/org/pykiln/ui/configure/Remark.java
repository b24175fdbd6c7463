package org.pykiln.ui.configure;

/// What this engine makes of a value, which is no fault of the recipe.
///
/// @param brief for the list of values
/// @param full for whoever has chosen it; empty where nothing needs to be said then
record Remark(String brief, String full) {
    static final Remark NONE = new Remark("", "");
}
