package org.pykiln.image;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.pykiln.recipe.Recipe;
import org.pykiln.workspace.AtomicFiles;

/// The receipts in the workspace, the newest of each recipe.
public final class Receipts {
    private final Path folder;

    public Receipts(Path folder) {
        this.folder = folder;
    }

    public Path keep(Receipt receipt) throws IOException {
        Path file = file(receipt.recipe());
        AtomicFiles.write(file, ReceiptJson.write(receipt));
        return file;
    }

    /// @return nothing when there is none, or none that this version can read
    public Optional<Receipt> of(Recipe recipe) throws IOException {
        Path file = file(recipe);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(ReceiptJson.read(Files.readString(file)))
                    .filter(receipt -> receipt.recipe().equals(recipe));
        } catch (IllegalArgumentException | CharacterCodingException ofAnotherVersion) {
            return Optional.empty();
        }
    }

    private Path file(Recipe recipe) {
        return folder.resolve(recipe.hash() + ".json");
    }
}
