package org.pykiln.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PresetReferenceTest {

    @Test
    void baseAndChanges() {
        PresetReference reference =
                PresetReference.parse("debian-o2+opt-level=-O3+pymalloc=off+architecture=arm/v7");
        assertThat(reference.base()).isEqualTo("debian-o2");
        assertThat(reference.changes())
                .extracting(change -> change.knob().id() + " " + change.value())
                .containsExactly("opt-level -O3", "pymalloc off", "architecture arm/v7");
    }

    @Test
    void valuesMayHoldSpacesAndSigns() {
        PresetReference reference =
                PresetReference.parse("quick+pgo=on+pgo-task=-m test --pgo -u=a+b -j2");
        assertThat(reference.changes().getLast().value()).isEqualTo("-m test --pgo -u=a+b -j2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "debian-o2",
                "c++",
                "c++=",
                "a+b/x.json",
                "/tmp/a+b=c/x.json",
                "a+b=c.json",
                "C:\\a+b=c\\x.json",
                "dir+LTO=full",
                ""
            })
    void plusElsewhereBelongsToTheName(String text) {
        assertThat(PresetReference.parse(text))
                .isEqualTo(new PresetReference(text, java.util.List.of()));
    }

    @Test
    void changesMayFollowAFolderWithAPlus() {
        PresetReference reference = PresetReference.parse("/tmp/a+b=c/x.json+lto=full");
        assertThat(reference.base()).isEqualTo("/tmp/a+b=c/x.json");
        assertThat(reference.changes()).singleElement().hasToString(Change.parse("lto=full") + "");
    }

    @Test
    void unknownKnob() {
        assertThatThrownBy(() -> PresetReference.parse("debian-o2+pymaloc=off"))
                .isInstanceOf(PresetException.class)
                .hasMessageStartingWith(
                        "debian-o2+pymaloc=off: there is no knob \"pymaloc\"; expected")
                .hasMessageEndingWith("nearest: pymalloc");
    }

    @Test
    void unknownValue() {
        assertThatThrownBy(() -> PresetReference.parse("debian-o2+lto=fulll"))
                .hasMessage(
                        "debian-o2+lto=fulll: lto cannot be \"fulll\"; expected one of off, thin,"
                                + " full; nearest: full");
        assertThatThrownBy(() -> PresetReference.parse("debian-o2+python=3.14"))
                .hasMessageEndingWith("nearest: 3.14.6");
        assertThatThrownBy(() -> PresetReference.parse("debian-o2+lto="))
                .isInstanceOf(PresetException.class);
    }

    @Test
    void settings() {
        assertThat(Change.parse("pgo-task=-m a=b").value()).isEqualTo("-m a=b");
        assertThatThrownBy(() -> Change.parse("lto"))
                .hasMessage("lto: a knob without a value; expected KNOB=VALUE such as lto=full");
        assertThatThrownBy(() -> Change.parse("=full")).isInstanceOf(PresetException.class);
        assertThatThrownBy(() -> Change.parse("opt-level=O3")).hasMessageEndingWith("nearest: -O3");
    }

    @Test
    void hostileTextStaysOnOneLine() {
        assertThatThrownBy(() -> PresetReference.parse("a\nb\u202e+lto=\u2028x"))
                .hasMessageStartingWith("a\\u000ab\\u202e+lto=\\u2028x: ")
                .message()
                .hasLineCount(1);
    }
}
