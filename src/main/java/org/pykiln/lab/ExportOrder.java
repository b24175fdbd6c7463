package org.pykiln.lab;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.pykiln.dockerfile.Bake;
import org.pykiln.dockerfile.Dialect;
import org.pykiln.dockerfile.Renderer;
import org.pykiln.engine.Cancellation;
import org.pykiln.image.BuildContext;
import org.pykiln.image.ContextFile;
import org.pykiln.image.ContextFiles;
import org.pykiln.image.Export;
import org.pykiln.plan.BuildPlan;
import org.pykiln.recipe.Catalogue;
import org.pykiln.recipe.Recipe;
import org.pykiln.recipe.knob.ArchitectureKnob;

/// Recipes that are to be taken away, all of which can be built.
public record ExportOrder(List<Member> members, Dialect dialect) {
    /// One recipe, for one or several architectures.
    public record Member(String name, List<Recipe> recipes) {
        public Member {
            recipes = List.copyOf(recipes);
        }

        private Bake.Member plans() {
            return new Bake.Member(name, recipes.stream().map(Catalogue::plan).toList());
        }
    }

    public ExportOrder {
        members = List.copyOf(members);
    }

    /// @param architectures that every recipe is exported for instead of its own; none for its own
    /// @throws LabException when one of them cannot be built
    public static ExportOrder of(
            List<Subject.OfRecipe> recipes, List<String> architectures, Dialect dialect) {
        return new ExportOrder(
                recipes.stream().map(recipe -> member(recipe, architectures)).toList(), dialect);
    }

    private static Member member(Subject.OfRecipe subject, List<String> architectures) {
        List<Recipe> recipes =
                architectures.isEmpty()
                        ? List.of(subject.recipe())
                        : architectures.stream()
                                .map(name ->
                                        subject.recipe()
                                                .withText(ArchitectureKnob.ARCHITECTURE, name))
                                .distinct()
                                .toList();
        recipes.forEach(recipe -> Lab.refuseErrors(subject.name(), recipe));
        return new Member(subject.name(), recipes);
    }

    /// The only recipe, of which one Dockerfile says everything; nothing where there are several.
    public Optional<Recipe> single() {
        List<Recipe> all = members.stream().flatMap(member -> member.recipes().stream()).toList();
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    /// One Dockerfile, or where that would not do, several with a bake file.
    public Export export(ContextFiles files, Consumer<String> log, Cancellation cancellation) {
        return single().map(Catalogue::plan)
                .map(plan ->
                        new BuildContext(
                                        Renderer.render(plan, dialect),
                                        files.of(plan, log, cancellation))
                                .export())
                .orElseGet(() -> bake(files, log, cancellation));
    }

    /// Dockerfiles with a bake file, even where one Dockerfile would do. Each file is in it once,
    /// however many recipes copy it.
    public Export bake(ContextFiles files, Consumer<String> log, Cancellation cancellation) {
        List<Bake.Member> bakes = members.stream().map(Member::plans).toList();
        Map<String, ContextFile> each = new LinkedHashMap<>();
        for (Bake.Member member : bakes) {
            for (BuildPlan plan : member.plans()) {
                files.of(plan, log, cancellation)
                        .forEach(file -> each.putIfAbsent(file.name(), file));
            }
        }
        return new Export(Bake.render(bakes, dialect), List.copyOf(each.values()));
    }
}
