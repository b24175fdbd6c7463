package org.pykiln.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// The codes of problems: the same for the same, and telling apart what is not.
class ProblemTest {
    private static Problem here(String summary) {
        return Problem.of(summary);
    }

    private static Problem there(String summary) {
        return Problem.of(summary);
    }

    private static RuntimeException odd(String message) {
        return new IllegalStateException(message);
    }

    @Test
    void aForeseenProblemIsNamedByRoomAndPlace() {
        assertThat(here("a preset is missing").code()).isEqualTo(here("another is").code());
        assertThat(here("same").code()).isNotEqualTo(there("same").code());
        assertThat(here("x").code().text()).matches("COMMON-[0-9A-Z]{4}");
        assertThat(here("x").code().foreseen()).isTrue();
        assertThat(here("x").offering(new Command("do", () -> {})).code())
                .isEqualTo(here("x").code());
    }

    @Test
    void aLambdaIsWhereItIsWritten() {
        Problem[] made = new Problem[1];
        Runnable inside = () -> made[0] = Problem.of("inside");
        inside.run();
        assertThat(made[0].code()).isEqualTo(Problem.of("beside").code());
    }

    @Test
    void whatNobodyForesawIsNamedByItsStack() {
        Problem one = Problem.of(odd("first"));
        assertThat(one.code().text()).matches("([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}");
        assertThat(one.code()).isEqualTo(Problem.of(odd("second")).code());
        assertThat(one.code())
                .isNotEqualTo(Problem.of(new IllegalArgumentException("first")).code());
        assertThat(one.code().foreseen()).isFalse();
        assertThat(one.detail()).contains("at org.pykiln.ui.common.ProblemTest.odd");
        assertThat(one.cause()).isPresent();
        assertThat(Problem.of(new IllegalStateException(new OutOfMemoryError())).code())
                .isNotEqualTo(one.code());
    }

    @Test
    void aFailureWithWordsForAPersonIsForeseen() {
        Problem problem = Problem.of(new IOException("The disk is full.\nIt has 3 MB left."));
        assertThat(problem.summary()).isEqualTo("The disk is full.");
        assertThat(problem.detail()).isEqualTo("It has 3 MB left.");
        assertThat(problem.code().text()).startsWith("COMMON-");
    }

    @Test
    void aProblemThatIsCarriedStaysWhatItIs() {
        Problem problem = here("Not so.").because(new IOException("why"));
        assertThat(Problem.of(new ProblemException(problem))).isSameAs(problem);
        assertThat(Objects.requireNonNull(problem.cause().orElseThrow()).getMessage())
                .isEqualTo("why");
        assertThat(Problem.NONE.isNone()).isTrue();
    }
}
