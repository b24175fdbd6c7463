package org.pykiln.dockerfile;

import java.util.List;

/// Scripts that make what a distribution has no packages of. They come before everything else in
/// the build stage and depend on the base alone, so that an engine keeps their layers for all
/// recipes on it.
///
/// @param download lines that install packages and fetch sources
/// @param prepare lines that follow them in the same script
/// @param compile further scripts
record Sysroot(List<Line> download, List<Line> prepare, List<List<Line>> compile) {
    Sysroot {
        download = List.copyOf(download);
        prepare = List.copyOf(prepare);
        compile = compile.stream().map(List::copyOf).toList();
    }
}
