package org.pykiln.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.pykiln.plan.Proof;

/// The Python program that runs all proofs of a plan and prints one JSON array of `{"holds": …,
/// "seen": …}` in their order. A proof that raises does not hold.
final class ProofScript {
    private static final String PRELUDE = "proof-prelude.py";

    private ProofScript() {}

    static String of(List<Proof> proofs) {
        StringBuilder script = new StringBuilder(prelude());
        script.append("\n\nresults = []\n");
        for (Proof proof : proofs) {
            script.append("\n\ndef proof():\n").append(indented(proof.python())).append("\n\n\n");
            script.append(
                    """
                    try:
                        holds, seen = proof()
                    except Exception as problem:
                        holds, seen = False, f'{type(problem).__name__}: {problem}'
                    results.append({'holds': bool(holds), 'seen': str(seen)[:500]})
                    """);
        }
        return script.append("\nprint(json.dumps(results))\n").toString();
    }

    private static String indented(String body) {
        return body.lines().map(line -> "    " + line).collect(Collectors.joining("\n"));
    }

    private static String prelude() {
        try (InputStream in =
                Objects.requireNonNull(ProofScript.class.getResourceAsStream(PRELUDE), PRELUDE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
