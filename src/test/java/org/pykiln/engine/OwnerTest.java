package org.pykiln.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class OwnerTest {
    @Test
    void survivesItsLabel() {
        assertThat(Owner.parse(Owner.self().label())).contains(Owner.self());
        assertThat(Owner.parse("")).isEmpty();
        assertThat(Owner.parse("host|x|1")).isEmpty();
        assertThat(Owner.parse("host|1")).isEmpty();
    }

    @Test
    void aLivingProcessIsNotGoneThoughTheClockWasSet() {
        Owner self = Owner.self();
        assertThat(self.isGone()).isFalse();
        assertThat(new Owner(self.host(), self.pid(), self.startMillis() + 90_000).isGone())
                .isFalse();
        assertThat(new Owner(self.host(), self.pid(), 0).isGone()).isFalse();
    }

    @Test
    void aLaterProcessOfTheSameIdIsAnother() {
        Owner self = Owner.self();
        assertThat(new Owner(self.host(), self.pid(), self.startMillis() - 3_600_000).isGone())
                .isTrue();
    }

    @Test
    void anEndedProcessIsGoneButNotOneElsewhere() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sleep", "0").start();
        process.waitFor();
        Owner self = Owner.self();
        assertThat(new Owner(self.host(), process.pid(), self.startMillis()).isGone()).isTrue();
        assertThat(new Owner("another.example", process.pid(), 1).isGone()).isFalse();
    }
}
