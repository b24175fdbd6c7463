package org.pykiln.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is said of preset files that are wrong, and where.
class PresetProblemsTest {
    private static final String GOOD =
            """
            {
              "schema": 1,
              "name": "x",
              "knobs": {
                "base": "debian:trixie-slim",
                "pgo": true,
                "lto": "full"
              }
            }
            """;

    @Test
    void wrongValue() {
        assertProblem(
                GOOD.replace("full", "fulll"),
                "presets/x.json:7:12: lto cannot be \"fulll\"; expected one of off, thin, full;"
                        + " nearest: full");
    }

    @Test
    void unknownKnob() {
        assertThat(only(GOOD.replace("\"pgo\"", "\"pg0\"")))
                .returns(6, PresetProblem::line)
                .returns(5, PresetProblem::column)
                .returns("there is no knob \"pg0\"", PresetProblem::what)
                .returns(Optional.of("pgo"), PresetProblem::nearest)
                .matches(problem -> problem.expected().startsWith("one of base, base-image, "));
    }

    @Test
    void unknownKnobWithAWholeObject() {
        assertThat(only(GOOD.replace("\"pgo\": true", "\"pg0\": {\"a\": [1, {}]}")).column())
                .isEqualTo(5);
    }

    @Test
    void unknownKey() {
        assertProblem(
                GOOD.replace("\"name\": \"x\",", "\"name\": \"x\", \"descripton\": \"y\","),
                "presets/x.json:3:16: there is no key \"descripton\"; expected one of schema, name,"
                        + " description, tags, knobs; nearest: description");
    }

    @Test
    void switchAsText() {
        assertProblem(
                GOOD.replace("true", "\"off\""),
                "presets/x.json:6:12: pgo cannot be \"off\"; expected true or false; nearest: false");
    }

    @Test
    void switchAsNumber() {
        assertThat(only(GOOD.replace("true", "1")).expected()).isEqualTo("true or false");
    }

    @Test
    void numberForText() {
        assertThat(only(GOOD.replace("\"lto\": \"full\"", "\"python\": 3.14")))
                .returns(15, PresetProblem::column)
                .returns("python cannot be 3.14", PresetProblem::what)
                .returns(Optional.of("3.14.6"), PresetProblem::nearest)
                .matches(problem -> problem.expected().startsWith("a JSON string, one of "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"null", "true", "[]", "[[1]]", "{}", "{\"a\": {\"b\": []}}", "7", "-1e9"})
    void wrongTypeForText(String value) {
        assertThat(only(GOOD.replace("\"full\"", value)))
                .returns(7, PresetProblem::line)
                .returns(12, PresetProblem::column)
                .matches(problem -> problem.what().startsWith("lto cannot be "))
                .matches(problem -> problem.expected().startsWith("a JSON string"))
                .matches(problem -> problem.nearest().isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "true", "[1]", "{\"a\": 1}", "\"1\"", "0", "-1", "1.0", "1e0"})
    void schemaIsTheNumberOne(String value) {
        assertThat(only(GOOD.replace("\"schema\": 1", "\"schema\": " + value)))
                .returns(2, PresetProblem::line)
                .returns(13, PresetProblem::column)
                .returns("the number 1", PresetProblem::expected)
                .returns(Optional.of("1"), PresetProblem::nearest);
    }

    @Test
    void newerSchemaIsTheOnlyProblem() {
        assertProblem(
                GOOD.replace("\"schema\": 1", "\"schema\": 2").replace("lto", "ltx"),
                "presets/x.json:2:13: schema cannot be 2: the file was written for a newer PyKiln;"
                        + " expected 1, which is all that this PyKiln can read");
    }

    @Test
    void missingKeys() {
        assertThat(thrown("{\"knobs\": {}}").problems())
                .extracting(PresetProblem::toString)
                .containsExactly(
                        "presets/x.json:1:1: there is no \"schema\"; expected \"schema\": 1",
                        "presets/x.json:1:1: there is no \"name\"; expected \"name\":"
                                + " \"the-name-of-the-preset\"");
    }

    @Test
    void duplicateKeys() {
        assertProblem(
                GOOD.replace("\"pgo\": true", "\"pgo\": true, \"base\": {\"a\": 1}"),
                "presets/x.json:6:18: \"base\" stands there twice; expected each key once");
        assertProblem(
                GOOD.replace("\"name\": \"x\",", "\"name\": \"x\", \"name\": \"y\","),
                "presets/x.json:3:16: \"name\" stands there twice; expected each key once");
    }

    @Test
    void allProblemsAtOnceInTheOrderOfTheFile() {
        assertThat(
                        thrown(
                                        GOOD.replace("full", "ful")
                                                .replace("debian:trixie", "debian:trixy")
                                                .replace("\"x\"", "\"X\""))
                                .problems())
                .extracting(problem -> problem.line() + " " + problem.nearest().orElse(""))
                .containsExactly("3 x", "5 debian:trixie-slim", "7 full");
    }

    @Test
    void trailingText() {
        assertProblem(
                GOOD + "\n  {}",
                "presets/x.json:11:3: something follows the preset; expected nothing after its last }");
        assertThat(only(GOOD + "\u0000").column()).isEqualTo(1);
        assertThat(PresetJson.read("x", (GOOD + " \r\n\t").getBytes(StandardCharsets.UTF_8)))
                .isNotNull();
    }

    @Test
    void truncatedFile() {
        assertProblem(
                "{\n  \"schema\": 1,\n  \"na",
                "presets/x.json:3:6: the file ends too early; expected a whole JSON object");
        assertProblem("", "presets/x.json:1:1: the file is empty; expected a JSON object");
    }

    @Test
    void otherJson() {
        assertProblem(
                "[1]", "presets/x.json:1:1: the file is a JSON array; expected a JSON object");
        assertThat(only("\n \"x\""))
                .returns(2, PresetProblem::line)
                .returns(2, PresetProblem::column);
        assertThat(only("null").what()).isEqualTo("the file is null");
    }

    @Test
    void noJson() {
        assertThat(only("{\n  \"schema\" 1}"))
                .returns(2, PresetProblem::line)
                .matches(problem -> problem.what().startsWith("this is not JSON: "));
        assertThat(only(GOOD.replace("true", "TRUE")).line()).isEqualTo(6);
        assertThat(only(GOOD.replace("true,", "true, // why")).line()).isEqualTo(6);
        assertThat(only(GOOD.replace("\"full\"", "\"full\",")).line()).isEqualTo(8);
    }

    @Test
    void byteOrderMark() {
        assertProblem(
                "\ufeff" + GOOD,
                "presets/x.json:1:1: the file starts with a byte order mark; expected { as its first"
                        + " character");
    }

    @Test
    void otherEncodings() {
        ByteArrayOutputStream latin1 = new ByteArrayOutputStream();
        latin1.writeBytes("{\n\"name\": \"".getBytes(StandardCharsets.UTF_8));
        latin1.write(0xe9);
        latin1.writeBytes("\"}".getBytes(StandardCharsets.UTF_8));
        assertThat(thrown(latin1.toByteArray()))
                .hasMessage(
                        "presets/x.json:2:10: bytes that are not UTF-8; expected a text file in"
                                + " UTF-8");
        assertThat(thrown(GOOD.getBytes(StandardCharsets.UTF_16)).problems()).hasSize(1);
        assertThat(thrown(new byte[] {'{', (byte) 0xc3}).problems().getFirst().column())
                .isEqualTo(2);
    }

    @Test
    void tooLarge() {
        assertProblem(
                GOOD + " ".repeat(PresetFile.LARGEST),
                "presets/x.json:1:1: the file is too large for a preset; expected at most 64 KiB");
        String largest = GOOD + " ".repeat(PresetFile.LARGEST - GOOD.length());
        assertThat(PresetJson.read("x", largest.getBytes(StandardCharsets.UTF_8))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 1000, 20_000})
    void nestedTooDeep(int depth) {
        assertThat(
                        thrown(GOOD.replace("\"full\"", "[".repeat(depth) + "]".repeat(depth)))
                                .problems())
                .hasSize(2)
                .allMatch(problem -> problem.line() == 7);
        assertThat(thrown(GOOD.replace("\"schema\"", "{\"a\":".repeat(depth))).problems())
                .isNotEmpty();
        assertThat(thrown("[".repeat(depth)).problems()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "X",
                "-x",
                ".x",
                "a b",
                "a/b",
                "../x",
                "a+b=c",
                "a\\nb",
                "a\\u0000b",
                "a\\u001b[31m",
                "\\u202egnp.exe",
                "a\\u200bb",
                "a\\u2028b",
                "\\ud800",
                "é"
            })
    void hostileNames(String name) {
        assertThat(only(GOOD.replace("\"x\"", "\"" + name + "\"")))
                .returns(3, PresetProblem::line)
                .returns(11, PresetProblem::column)
                .returns(Preset.NAME_EXPECTED, PresetProblem::expected)
                .matches(problem ->
                        problem.what().matches("name cannot be \"[\\P{C}&&[^\u2028]]*\""))
                .matches(problem -> Preset.isName(problem.nearest().orElseThrow()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\nb", "a\\u0007b", "a\\u202eb", "a\\u2029b", "\\ud800", "a\\u0085"})
    void hostileDescriptions(String description) {
        assertThat(only(described("\"" + description + "\"")).expected())
                .isEqualTo(Preset.DESCRIPTION_EXPECTED);
    }

    @Test
    void descriptionsOfAllLanguagesUpToTheLimit() {
        String longest = "日本語 – “x” \ud83d\udd25".repeat(100);
        longest = longest.substring(0, longest.offsetByCodePoints(0, 300));
        String file = described("\"" + longest + "\"");
        assertThat(PresetJson.read("x", file.getBytes(StandardCharsets.UTF_8)).description())
                .isEqualTo(longest);
        only(described("\"" + longest + "x\""));
    }

    @Test
    void tags() {
        assertProblem(
                GOOD.replace("\"x\",", "\"x\", \"tags\": [\"a\", \"b\", \"a\"],"),
                "presets/x.json:3:35: the tag a stands there twice; expected it once");
        assertThat(thrown(GOOD.replace("\"x\",", "\"x\", \"tags\": [[], 1, \"B\"],")).problems())
                .extracting(PresetProblem::column)
                .containsExactly(25, 29, 32);
        only(GOOD.replace("\"x\",", "\"x\", \"tags\": \"a\","));
        only(GOOD.replace("\"x\",", "\"x\", \"tags\": [" + seventeenTags() + "],"));
    }

    private static String seventeenTags() {
        StringBuilder tags = new StringBuilder("\"t\"");
        for (int i = 0; i < 16; i++) {
            tags.append(", \"t").append(i).append('"');
        }
        return tags.toString();
    }

    private static String described(String json) {
        return GOOD.replace("\"x\",", "\"x\", \"description\": " + json + ",");
    }

    private static void assertProblem(String file, String message) {
        assertThat(only(file)).hasToString(message);
    }

    private static PresetProblem only(String file) {
        PresetException thrown = thrown(file);
        assertThat(thrown.problems()).as(thrown.getMessage()).hasSize(1);
        return thrown.problems().getFirst();
    }

    private static PresetException thrown(String file) {
        return thrown(file.getBytes(StandardCharsets.UTF_8));
    }

    private static PresetException thrown(byte[] file) {
        PresetException thrown =
                catchThrowableOfType(
                        PresetException.class, () -> PresetJson.read("presets/x.json", file));
        assertThat(thrown).isNotNull();
        return thrown;
    }
}
