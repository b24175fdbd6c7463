package org.pykiln.image;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.pykiln.dockerfile.Dialect;
import org.pykiln.recipe.Catalogue;
import org.pykiln.recipe.Recipe;

/// The line for a POSIX shell by which Docker itself builds an exported folder, and makes the image
/// that PyKiln would make of the recipe: of its platform and under its name. The labels stand in
/// the Dockerfile, and there are no build arguments.
public final class DockerCommand {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    private DockerCommand() {}

    /// @param folder of the export; nothing for the folder in which the line is run
    public static String of(Recipe recipe, Dialect dialect, Optional<Path> folder) {
        List<String> arguments =
                List.of(
                        "--platform",
                        Catalogue.plan(recipe).platform().value(),
                        "--tag",
                        ImageBuilder.reference(recipe),
                        folder.map(one -> one.toAbsolutePath().normalize().toString()).orElse("."));
        return dialect.docker()
                + arguments.stream()
                        .map(DockerCommand::quoted)
                        .collect(Collectors.joining(" ", " build ", ""));
    }

    /// One word of a shell, whatever stands in it.
    static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
