package org.pykiln.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.exception.BadRequestException;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.InternalServerErrorException;
import com.github.dockerjava.api.exception.NotFoundException;
import java.io.IOException;
import java.net.SocketException;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.pykiln.engine.EngineException;
import org.pykiln.engine.EngineProblem;

class ProblemsTest {
    private static final Endpoint HERE = Endpoint.of("unix:///run/x.sock");

    @Test
    void readsTheEnginesWords() {
        assertThat(problem(new ConflictException("Status 409: {\"message\":\"name is taken\"}\n")))
                .isEqualTo(new EngineProblem.Unexpected("name is taken"));
        assertThat(problem(new InternalServerErrorException("no JSON {at all")))
                .isEqualTo(new EngineProblem.Unexpected("no JSON {at all"));
    }

    @Test
    void tellsWhatIsMissing() {
        assertThat(problem(new NotFoundException("{\"message\":\"No such container: abc\"}")))
                .isEqualTo(new EngineProblem.ContainerMissing("abc", "No such container: abc"));
        assertThat(problem(new NotFoundException("{\"message\":\"No such image: x:1\"}")))
                .isEqualTo(new EngineProblem.ImageMissing("x:1", "No such image: x:1"));
    }

    @Test
    void tellsWhoDoesNotAnswerFromWhoMayNotAsk() {
        assertThat(problem(new RuntimeException(new SocketException("Connection refused"))))
                .isInstanceOf(EngineProblem.Unreachable.class);
        EngineProblem denied =
                problem(new RuntimeException(new SocketException("Permission denied")));
        assertThat(denied).isInstanceOf(EngineProblem.PermissionDenied.class);
        assertThat(denied.message()).contains("usermod -aG docker");
        assertThat(problem(new RuntimeException(new RuntimeException(new IOException("EOF")))))
                .isInstanceOf(EngineProblem.Unreachable.class);
    }

    @Test
    void tellsAFullDiskAndAForeignPlatform() {
        assertThat(
                        problem(
                                new InternalServerErrorException(
                                        "{\"message\":\"mkdir x: no space left on device\"}")))
                .isInstanceOf(EngineProblem.OutOfSpace.class);
        assertThat(
                        problem(
                                new NotFoundException(
                                        "{\"message\":\"image with reference x was found but does not match the specified platform\"}")))
                .isInstanceOf(EngineProblem.Unsupported.class);
    }

    @Test
    void takesARefusedBuildForARefusedDockerfile() {
        RuntimeException e =
                Problems.ofBuild(
                        new BadRequestException("{\"message\":\"unknown flag: link\"}"), HERE);
        assertThat(((EngineException) e).problem())
                .isInstanceOf(EngineProblem.DockerfileRejected.class);
    }

    @Test
    void leavesAloneWhatTheEngineDidNotDo() {
        RuntimeException cancelled = new CancellationException("cancelled");
        assertThat(Problems.of(cancelled, HERE)).isSameAs(cancelled);
        RuntimeException bug = new IllegalStateException("bug");
        assertThat(Problems.of(bug, HERE)).isSameAs(bug);
    }

    private static EngineProblem problem(RuntimeException e) {
        return ((EngineException) Problems.of(e, HERE)).problem();
    }
}
