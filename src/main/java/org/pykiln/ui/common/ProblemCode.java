package org.pykiln.ui.common;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/// A short name of what went wrong, to be searched for and spoken of. It says nothing of this
/// machine, and stays the same from run to run and when lines move in the source.
///
/// @param text room and place for what was foreseen: `BUILD-7K2M`; kind, place and way there for
///   what was not: `3F7K-91QX-0TBZ`
/// @param foreseen whether somebody wrote a sentence for it
public record ProblemCode(String text, boolean foreseen) {
    private static final String OURS = "org.pykiln.";
    private static final String WINDOW = "ui.";

    /// Crockford's base 32: nothing that is mistaken for something else when it is read aloud.
    private static final char[] LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();

    private static final int GROUP = 4;
    private static final int BITS = 5;

    private record Place(String type, String method) {
        /// The class as it is written, and the method whose lambda it may be.
        static Place of(String className, String methodName) {
            int inner = className.indexOf('$');
            String method =
                    methodName.startsWith("lambda$")
                            ? methodName.replaceFirst("^lambda\\$(.*)\\$\\d+$", "$1")
                            : methodName;
            return new Place(inner < 0 ? className : className.substring(0, inner), method);
        }

        boolean isOurs() {
            return type.startsWith(OURS);
        }

        String room() {
            String below = type.substring(OURS.length());
            String path = below.startsWith(WINDOW) ? below.substring(WINDOW.length()) : below;
            int end = path.indexOf('.');
            return (end < 0 ? "pykiln" : path.substring(0, end)).toUpperCase(Locale.ROOT);
        }
    }

    /// Of a problem that is made right now, in words written for it.
    static ProblemCode ofCaller() {
        Optional<Place> maker =
                StackWalker.getInstance()
                        .walk(frames ->
                                frames.map(f -> Place.of(f.getClassName(), f.getMethodName()))
                                        .filter(Place::isOurs)
                                        .filter(place -> !isProblem(place))
                                        .findFirst());
        return foreseen("", maker);
    }

    private static boolean isProblem(Place place) {
        return place.type().equals(Problem.class.getName())
                || place.type().equals(ProblemCode.class.getName());
    }

    /// Of a failure: by its place when it was thrown with words for a person, else by its stack.
    static ProblemCode of(Throwable failure) {
        return isForeseen(failure)
                ? foreseen(
                        failure.getClass().getSimpleName(),
                        Arrays.stream(failure.getStackTrace())
                                .map(f -> Place.of(f.getClassName(), f.getMethodName()))
                                .filter(Place::isOurs)
                                .findFirst())
                : ofStack(failure);
    }

    private static boolean isForeseen(Throwable failure) {
        boolean checked = failure instanceof Exception && !(failure instanceof RuntimeException);
        return checked || failure.getClass().getName().startsWith(OURS);
    }

    private static ProblemCode foreseen(String kind, Optional<Place> place) {
        String room = place.map(Place::room).orElse("PYKILN");
        return new ProblemCode(room + "-" + group(kind + place), true);
    }

    private static ProblemCode ofStack(Throwable failure) {
        Throwable root = failure;
        StringBuilder kinds = new StringBuilder(failure.getClass().getName());
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
            kinds.append(' ').append(root.getClass().getName());
        }
        String way = way(root);
        String place = way.lines().findFirst().orElse("");
        return new ProblemCode(group(kinds) + "-" + group(place) + "-" + group(way), false);
    }

    /// Only frames of ours: those of libraries and of the toolkit differ from one JDK to the next.
    private static String way(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .map(f -> Place.of(f.getClassName(), f.getMethodName()))
                .filter(Place::isOurs)
                .map(place -> place.type() + "#" + place.method())
                .collect(Collectors.joining("\n"));
    }

    private static String group(CharSequence what) {
        CRC32 sum = new CRC32();
        sum.update(what.toString().getBytes(StandardCharsets.UTF_8));
        long rest = sum.getValue();
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < GROUP; i++) {
            letters.append(LETTERS[(int) (rest & ((1 << BITS) - 1))]);
            rest >>= BITS;
        }
        return letters.toString();
    }

    @Override
    public String toString() {
        return text;
    }
}
