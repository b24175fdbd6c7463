package org.pykiln.engine;

/// One step in the making of an image, as the engine remembers it.
///
/// @param createdBy what was run, in the words of the builder that ran it; may be empty
/// @param bytes that it added
public record ImageLayer(String createdBy, long bytes) {}
