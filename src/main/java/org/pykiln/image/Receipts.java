package org.pykiln.image;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.pykiln.dockerfile.Renderer;
import org.pykiln.plan.BuildPlan;
import org.pykiln.plan.Proof;
import org.pykiln.recipe.Catalogue;
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

    /// The receipt of an earlier build that is what the recipe renders to now, and was proven by
    /// the very proofs that it would have to pass now. Its image may be gone from the engine since.
    public Optional<Receipt> current(Recipe recipe) throws IOException {
        BuildPlan plan = Catalogue.plan(recipe);
        String text = Renderer.render(plan).text();
        List<String> claims = plan.proofs().stream().map(Proof::claim).toList();
        return of(recipe)
                .filter(receipt -> receipt.dockerfile().equals(text))
                .filter(Receipt::proven)
                .filter(receipt ->
                        receipt.proofs().stream().map(ProofResult::claim).toList().equals(claims));
    }

    /// Content addresses of the images that have a receipt here, of whatever version, with the name
    /// that each was built under.
    public SortedMap<String, String> digests() throws IOException {
        SortedMap<String, String> digests = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.json")) {
                for (Path file : files) {
                    ReceiptJson.digest(Files.readAllBytes(file))
                            .ifPresent(image -> digests.put(image.digest(), image.name()));
                }
            }
        }
        return digests;
    }

    private Path file(Recipe recipe) {
        return folder.resolve(recipe.hash() + ".json");
    }
}
