package org.pykiln.dockerfile;

import java.util.List;

/// What a package manager does with what it downloads: it keeps it in folders for the next time, or
/// leaves nothing behind.
///
/// @param folders in which it keeps package lists and packages
/// @param keepOption of the command that installs
/// @param keep script lines after which it keeps packages too
/// @param settle script lines that undo what [#keep] changed in the image
/// @param dropOption of the command that installs
/// @param drop script lines that remove what it kept all the same
record PackageCache(
        List<String> folders,
        String keepOption,
        List<Line> keep,
        List<Line> settle,
        String dropOption,
        List<Line> drop) {
    PackageCache {
        folders = List.copyOf(folders);
        keep = List.copyOf(keep);
        settle = List.copyOf(settle);
        drop = List.copyOf(drop);
    }
}
