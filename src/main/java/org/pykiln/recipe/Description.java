package org.pykiln.recipe;

/// What a knob is called, where it stands, which values it has and what is to be known of it.
///
/// @param id the key in preset files and of `--set`; never changes once published
/// @param defaultValue never changes within a schema number of preset files
public record Description<V>(
        String id,
        String label,
        Group group,
        Domain<V> domain,
        V defaultValue,
        Explanation explanation) {}
