package org.pykiln;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import org.pykiln.cli.Problems;
import org.pykiln.ui.common.Problem;
import org.pykiln.ui.common.ProblemException;

/// Something that the window asks for and that may fail.
@FunctionalInterface
interface Attempt<T> {
    T run() throws IOException;

    /// Cancelling passes through; every other failure becomes the text that a person reads.
    static <T> T of(Attempt<T> work) throws ProblemException {
        try {
            return work.run();
        } catch (CancellationException cancelled) {
            throw cancelled;
        } catch (IOException | RuntimeException failure) {
            throw new ProblemException(problem(Problems.of(failure).text()), failure);
        }
    }

    /// The first line says it, the others say more.
    static Problem problem(String text) {
        int end = text.indexOf('\n');
        return end < 0
                ? Problem.of(text)
                : new Problem(text.substring(0, end), text.substring(end + 1), "");
    }
}
