package org.pykiln.dockerfile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pykiln.dockerfile.Instruction.Pairs;
import org.pykiln.dockerfile.Instruction.Pairs.Pair;
import org.pykiln.dockerfile.Instruction.Simple;
import org.pykiln.plan.BuildPlan;

/// One Dockerfile for one recipe on several platforms. It ends in a stage for each of them with the
/// labels that differ, and BuildKit takes the stage of the platform that it builds for: so each
/// image says of which recipe it is, and its proofs hold it to that.
final class Platforms {
    private static final String STAGE = "image";

    private Platforms() {}

    /// @param plans of one recipe, which differ in their architecture
    /// @return nothing where the dialect has no such stages, or where more than labels differs
    static Optional<Dockerfile> merge(List<BuildPlan> plans, Dialect dialect) {
        List<List<List<Instruction>>> rendered =
                plans.stream().map(plan -> Renderer.render(plan, dialect).paragraphs()).toList();
        List<List<Instruction>> first = rendered.getFirst();
        if (plans.size() == 1) {
            return Optional.of(new Dockerfile(first));
        }
        boolean same = rendered.stream().map(Platforms::unlabelled).distinct().count() == 1;
        if (!dialect.choosesStageByPlatform() || !same) {
            return Optional.empty();
        }
        Set<Pair> common = new HashSet<>(labels(first));
        rendered.forEach(other -> common.retainAll(labels(other)));
        List<List<Instruction>> paragraphs = new ArrayList<>();
        for (List<Instruction> paragraph : unlabelled(first)) {
            paragraphs.add(paragraph.stream().map(Platforms::named).toList());
        }
        List<Instruction> last = new ArrayList<>(paragraphs.removeLast());
        last.addFirst(new Pairs("LABEL", labels(first).stream().filter(common::contains).toList()));
        paragraphs.add(last);
        for (int i = 0; i < plans.size(); i++) {
            List<Pair> own =
                    labels(rendered.get(i)).stream().filter(l -> !common.contains(l)).toList();
            paragraphs.add(stage(plans.get(i), own));
        }
        paragraphs.add(List.of(Simple.of("FROM", STAGE + "-${TARGETARCH}${TARGETVARIANT}")));
        return Optional.of(new Dockerfile(paragraphs));
    }

    /// `linux/arm/v7` is the architecture `arm` and the variant `v7` to BuildKit.
    private static List<Instruction> stage(BuildPlan plan, List<Pair> labels) {
        String name = plan.platform().value().replaceFirst("^linux/", "").replace("/", "");
        return List.of(
                new Simple(
                        "FROM",
                        "%s AS %s-%s".formatted(STAGE, STAGE, name),
                        plan.platform().knobs()),
                new Pairs("LABEL", labels));
    }

    /// The final stage is the only one without a name.
    private static Instruction named(Instruction instruction) {
        return instruction instanceof Simple(String keyword, String arguments, Set<String> knobs)
                        && keyword.equals("FROM")
                        && !arguments.contains(" AS ")
                ? new Simple(keyword, arguments + " AS " + STAGE, knobs)
                : instruction;
    }

    private static List<Pair> labels(List<List<Instruction>> paragraphs) {
        return paragraphs.getLast().getFirst() instanceof Pairs(String keyword, List<Pair> pairs)
                ? pairs
                : List.of();
    }

    private static List<List<Instruction>> unlabelled(List<List<Instruction>> paragraphs) {
        List<List<Instruction>> rest = new ArrayList<>(paragraphs);
        List<Instruction> last = rest.removeLast();
        rest.add(last.subList(1, last.size()));
        return rest;
    }
}
