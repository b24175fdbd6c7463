package org.pykiln.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.pykiln.engine.EngineException;
import org.pykiln.engine.EngineProblem;
import org.pykiln.engine.ImageLayer;
import org.pykiln.image.ImageSize;
import org.pykiln.testing.EngineTest;

@EngineTest
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class DockerLayersTest {
    @Test
    void theLayersOfAnImageAddUpToItsSize() {
        try (Lab lab = new Lab()) {
            String image = lab.build("RUN head -c 5000000 /dev/zero > /five", "ENV A=b");
            List<ImageLayer> layers = lab.engine.layers(image);
            assertThat(layers.stream().mapToLong(ImageLayer::bytes).sum())
                    .isEqualTo(lab.engine.image(image).orElseThrow().bytes());
            assertThat(layers.getLast().bytes()).isZero();

            ImageSize size = ImageSize.of(layers);
            assertThat(size.parts().getLast().instruction())
                    .isEqualTo("RUN head -c 5000000 /dev/zero > /five");
            assertThat(size.parts().getLast().bytes()).isBetween(5_000_000L, 5_100_000L);
            assertThat(size.bytes() - size.baseBytes()).isEqualTo(size.parts().getLast().bytes());
            assertThat(size.baseBytes())
                    .isEqualTo(lab.engine.image(Lab.BASE).orElseThrow().bytes());
        }
    }

    @Test
    void ofAMissingImageThereAreNone() {
        try (Lab lab = new Lab()) {
            EngineException e =
                    catchThrowableOfType(
                            EngineException.class,
                            () -> lab.engine.layers("pykiln-test/nonesuch:1"));
            assertThat(e.problem()).isInstanceOf(EngineProblem.ImageMissing.class);
        }
    }
}
