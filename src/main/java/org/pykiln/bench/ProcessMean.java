package org.pykiln.bench;

/// Mean of the values of one unit.
///
/// @param round that the unit belongs to; the same on all images
/// @param mean in seconds for one loop iteration
public record ProcessMean(int round, double mean) {}
