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
            throw new ProblemException(
                    Problem.ofText(Problems.of(failure).text()).because(failure), failure);
        }
    }
}
