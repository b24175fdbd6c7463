package org.pykiln.image;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pykiln.engine.Cancellation;
import org.pykiln.engine.ContainerRequest;
import org.pykiln.engine.Engine;
import org.pykiln.engine.ExecRequest;
import org.pykiln.engine.ExecResult;
import org.pykiln.engine.Labels;
import org.pykiln.engine.Owner;
import org.pykiln.plan.Proof;

/// Runs proofs inside an image: in a container of its own without a network, with the image's own
/// environment.
public final class Prover {
    private final Engine engine;

    public Prover(Engine engine) {
        this.engine = engine;
    }

    /// One result for each proof, in their order. An interpreter that does not even start, or
    /// prints something else than answers, proves nothing: then none holds, and each says why.
    public List<ProofResult> prove(String image, List<Proof> proofs, Cancellation cancellation) {
        String container =
                engine.start(
                        new ContainerRequest(
                                image,
                                List.of("sleep", "600"),
                                "pykiln",
                                // proofs look at what the image holds, not at what they left there
                                Map.of("PYTHONDONTWRITEBYTECODE", "1"),
                                Map.of(Labels.OWNER, Owner.self().label()),
                                Map.of(),
                                true,
                                Optional.empty(),
                                0,
                                false,
                                Map.of("/tmp", "")),
                        warning -> {});
        try {
            ExecResult result =
                    engine.exec(
                            container,
                            ExecRequest.of("python3", "-c", ProofScript.of(proofs)),
                            cancellation);
            if (!result.succeeded()) {
                return none(
                        proofs,
                        "the interpreter ended with code %d: %s"
                                .formatted(result.exitCode(), lastLine(result)));
            }
            return answers(proofs, result.stdout());
        } finally {
            engine.removeContainer(container);
        }
    }

    private static List<ProofResult> answers(List<Proof> proofs, String output) {
        try {
            return ProofJson.read(proofs, output);
        } catch (IllegalArgumentException unreadable) {
            return none(proofs, "the proofs gave no answer: " + unreadable.getMessage());
        }
    }

    private static List<ProofResult> none(List<Proof> proofs, String why) {
        return proofs.stream().map(proof -> ProofResult.of(proof, false, why)).toList();
    }

    private static String lastLine(ExecResult result) {
        String output = result.stderr().isBlank() ? result.stdout() : result.stderr();
        return output.strip().lines().reduce("", (before, line) -> line);
    }
}
