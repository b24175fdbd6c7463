package org.pykiln.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SessionPlanJsonTest {
    private static final SessionPlan PLAN =
            new SessionPlan(
                    "2026-11-23-a",
                    "kit",
                    -5_000_000_000L,
                    List.of(
                            new PlannedImage("debian-o2+lto=full", "pykiln/a:1", "sha256:1"),
                            new PlannedImage("b", "pykiln/b:1", "sha256:2")),
                    List.of("nbody", "deepcopy_memo"),
                    20,
                    1,
                    3,
                    100,
                    Optional.of("1,3"),
                    1L << 30,
                    Optional.empty());

    @Test
    void roundTrips() throws IOException {
        assertThat(SessionPlanJson.read(SessionPlanJson.text(PLAN))).isEqualTo(PLAN);
        SessionPlan plain =
                SessionPlan.of(
                        "x", Mode.QUICK, PLAN.images(), BenchmarkCatalogue.shipped().smoke(), 1);
        assertThat(SessionPlanJson.read(SessionPlanJson.text(plain))).isEqualTo(plain);
        assertThat(plain.unitCount()).isEqualTo(2 * 16 * 6);
        SessionPlan builds =
                SessionPlan.of(
                        "x",
                        Mode.QUICK,
                        List.of(
                                new PlannedImage("a@1", "r:1", "sha256:1", "a"),
                                new PlannedImage("a@2", "r:2", "sha256:2", "a")),
                        BenchmarkCatalogue.shipped().smoke(),
                        1);
        assertThat(SessionPlanJson.read(SessionPlanJson.text(builds))).isEqualTo(builds);
        SessionPlan exact = PLAN.withPrecision(new Precision(0.01));
        assertThat(SessionPlanJson.read(SessionPlanJson.text(exact))).isEqualTo(exact);
    }

    @Test
    void otherTextsAreRefused() {
        for (String text :
                List.of(
                        "",
                        "{",
                        "[]",
                        "{\"schema\": 2}",
                        SessionPlanJson.text(PLAN).replace("\"b\"", "\"../b\""),
                        SessionPlanJson.text(PLAN).replace("\"rounds\" : 20", "\"rounds\" : 0"),
                        SessionPlanJson.text(PLAN).replace("\"kit\"", "\"tik\""))) {
            assertThatThrownBy(() -> SessionPlanJson.read(text)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void namesThatCannotBeFilesAreRefused() {
        for (String name : List.of("", ".", "..", "a/b", "session", "a b", "-x", "é")) {
            assertThatThrownBy(() -> new PlannedImage(name, "r", "id"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void readsCpusAsEnginesWriteThem() {
        assertThat(CpuSet.parse("0")).containsExactly(0);
        assertThat(CpuSet.parse("4,0-2")).containsExactly(0, 1, 2, 4);
        assertThatThrownBy(() -> CpuSet.parse("all")).isInstanceOf(IllegalArgumentException.class);
    }
}
