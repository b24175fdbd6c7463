package org.pykiln.image;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.pykiln.engine.ExecRequest;
import org.pykiln.engine.ExecResult;

/// Answers the proof script like an interpreter for which every proof holds, or all but one.
public final class ProvingPython {
    private static final String PROOF = "\ndef proof():\n";

    private ProvingPython() {}

    public static ExecResult allHold(ExecRequest request) {
        return allBut(-1, request);
    }

    /// @param failing number of the proof that does not hold, from 0
    public static ExecResult allBut(int failing, ExecRequest request) {
        int proofs = request.command().getLast().split(Pattern.quote(PROOF), -1).length - 1;
        String answers =
                IntStream.range(0, proofs)
                        .mapToObj(i ->
                                "{\"holds\": %s, \"seen\": \"proof %d\"}"
                                        .formatted(i != failing, i))
                        .collect(Collectors.joining(", ", "[", "]"));
        return new ExecResult(0, answers, "");
    }
}
