package org.pykiln.plan;

/// What a stage of a build asks its distribution to install.
public sealed interface Wanted permits Package, ToolPackage, NamedPackage {}
