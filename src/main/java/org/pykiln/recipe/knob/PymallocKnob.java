package org.pykiln.recipe.knob;

import java.util.List;
import org.pykiln.plan.Contributions;
import org.pykiln.plan.Proof;
import org.pykiln.recipe.Description;
import org.pykiln.recipe.Domain;
import org.pykiln.recipe.Explanation;
import org.pykiln.recipe.Finding;
import org.pykiln.recipe.Group;
import org.pykiln.recipe.Knob;
import org.pykiln.recipe.Recipe;
import org.pykiln.recipe.Remedy;
import org.pykiln.recipe.knob.AllocatorKnob.Allocator;

/// Who serves Python's small objects; a run-time choice of the image (`PYTHONMALLOC`).
public final class PymallocKnob implements Knob<String> {
    public static final PymallocKnob PYMALLOC = new PymallocKnob();

    private final Description<String> description =
            new Description<>(
                    "pymalloc",
                    "pymalloc",
                    Group.ALLOCATOR,
                    new Domain.OneOf<>(List.of("on", "off", "mimalloc"), choice -> choice),
                    "on",
                    new Explanation(
                            "Who serves Python's objects. on: Python's own allocator (without the interpreter"
                                    + " lock that is mimalloc). off: malloc serves them too"
                                    + " (PYTHONMALLOC=malloc). mimalloc: the mimalloc that is part of CPython from"
                                    + " 3.13 on (PYTHONMALLOC=mimalloc). Set in the image's environment: no second"
                                    + " compile.",
                            "Home Assistant measured mimalloc on 3.14 and musl: 1.2 % less time, 4 % more memory"
                                    + " than pymalloc. With pymalloc off, malloc decides: on musl 1.06x to 1.9x"
                                    + " slower than glibc.",
                            "The allocator that a fresh interpreter reports as serving its objects.",
                            List.of(
                                    "home-assistant/core #175604",
                                    "home-assistant/supervisor #7056")));

    private PymallocKnob() {}

    @Override
    public Description<String> description() {
        return description;
    }

    @Override
    public List<Finding> check(Recipe recipe) {
        if (recipe.get(this).equals("mimalloc")
                && !recipe.get(PythonKnob.PYTHON).isAtLeast(3, 13)) {
            return List.of(
                    Finding.error(
                            "mimalloc-needs-3.13",
                            "CPython has its own mimalloc from 3.13 on; an older interpreter dies at"
                                    + " start with PYTHONMALLOC=mimalloc.",
                            Remedy.of("use pymalloc", this, "on"),
                            this,
                            PythonKnob.PYTHON));
        }
        if (recipe.get(this).equals("off") && !recipe.get(GilKnob.GIL)) {
            return List.of(
                    Finding.error(
                            "no-gil-needs-mimalloc",
                            "A free-threaded interpreter keeps its objects in CPython's mimalloc and"
                                    + " cannot do without.",
                            Remedy.of("use mimalloc", this, "mimalloc"),
                            this,
                            GilKnob.GIL));
        }
        if (recipe.get(this).equals("on")
                && recipe.get(GilKnob.GIL)
                && recipe.get(AllocatorKnob.ALLOCATOR) != Allocator.LIBC) {
            return List.of(
                    Finding.advice(
                            "malloc-sees-large-blocks-only",
                            "While pymalloc serves Python's objects, malloc sees only blocks above"
                                    + " 512 bytes and C extensions.",
                            Remedy.of("switch pymalloc off", this, "off"),
                            this,
                            AllocatorKnob.ALLOCATOR));
        }
        return List.of();
    }

    @Override
    public void contribute(Recipe recipe, Contributions plan) {
        switch (recipe.get(this)) {
            case "off" -> plan.environment("PYTHONMALLOC", "malloc");
            case "mimalloc" -> plan.environment("PYTHONMALLOC", "mimalloc");
            default -> {}
        }
    }

    @Override
    public List<Proof> prove(Recipe recipe) {
        String expected =
                switch (recipe.get(this)) {
                    case "off" -> "malloc";
                    case "mimalloc" -> "mimalloc";
                    default -> recipe.get(GilKnob.GIL) ? "pymalloc" : "mimalloc";
                };
        return List.of(
                new Proof(
                        id(),
                        "Python's objects are served by " + expected,
                        """
                        seen = object_allocator()
                        return seen == %s, seen\
                        """
                                .formatted(Proof.literal(expected))));
    }
}
