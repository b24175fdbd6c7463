package org.pykiln.lab;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.pykiln.bench.BenchException;
import org.pykiln.image.Receipt;
import org.pykiln.image.ReceiptJson;
import org.pykiln.workspace.AtomicFiles;

/// The folder of a lab: what was asked for (`lab.json`, written first), the receipt of each image,
/// the session, and what came out. Started again with the same order it goes on where it ended.
public final class LabFolder {
    private final Path folder;
    private final String order;
    private final long seed;

    private LabFolder(Path folder, String order, long seed) {
        this.folder = folder;
        this.order = order;
        this.seed = seed;
    }

    /// Makes the folder, or goes on with the one that holds the very same order.
    ///
    /// @throws LabException when the folder holds something else
    static LabFolder claim(Path folder, LabOrder order) throws IOException {
        String text = LabJson.order(order);
        Path file = orderFile(folder);
        if (Files.exists(file)) {
            LabJson.Kept kept = LabJson.read(file, text(file));
            if (!kept.order().equals(text)) {
                throw LabException.badInput(
                        "%s holds another lab: it was started for %s. Take another folder with -o."
                                .formatted(folder, LabJson.summary(kept.order())));
            }
            return new LabFolder(folder, text, kept.seed());
        }
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw LabException.badInput(
                    folder + " is a file; a lab needs a folder. Take another with -o.");
        }
        if (Files.exists(folder) && !isEmpty(folder)) {
            throw LabException.badInput(
                    folder + " is not empty and holds no lab. Take another folder with -o.");
        }
        long seed = new SplittableRandom().nextLong();
        AtomicFiles.write(file, LabJson.write(text, seed));
        return new LabFolder(folder, text, seed);
    }

    private static Path orderFile(Path folder) {
        return folder.resolve("lab.json");
    }

    /// What the folder was made for.
    ///
    /// @return nothing when it holds no lab, or one of another version
    static Optional<LabOrder> order(Path folder) throws IOException {
        Path file = orderFile(folder);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(LabJson.order(LabJson.read(file, text(file)).order()));
        } catch (LabException | BenchException | IllegalArgumentException ofAnotherVersion) {
            return Optional.empty();
        }
    }

    /// Bytes that are no text become marks that no JSON has.
    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            // a kill in the middle of the very first file leaves nothing but that
            return files.allMatch(file -> file.getFileName().toString().endsWith(".tmp"));
        }
    }

    public Path path() {
        return folder;
    }

    long seed() {
        return seed;
    }

    /// Says which session this is, in the labels of its containers too.
    String sessionId() {
        return HexFormat.of().toHexDigits(seed ^ order.hashCode());
    }

    void keep(String subject, Receipt receipt) throws IOException {
        AtomicFiles.write(receiptFile(folder, subject), ReceiptJson.write(receipt));
    }

    /// The receipt of an image, when the folder has one that this version can read.
    static Optional<Receipt> receipt(Path folder, String subject) throws IOException {
        Path file = receiptFile(folder, subject);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(ReceiptJson.read(Files.readString(file)));
        } catch (IllegalArgumentException | CharacterCodingException ofAnotherVersion) {
            return Optional.empty();
        }
    }

    static Path receiptFile(Path folder, String subject) {
        return folder.resolve("receipts").resolve(subject + ".json");
    }

    /// Names of the results that stand beside the session, for a person to look at.
    public List<Path> results() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
