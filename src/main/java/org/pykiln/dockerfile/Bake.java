package org.pykiln.dockerfile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pykiln.dockerfile.BakeFile.Group;
import org.pykiln.dockerfile.BakeFile.Target;
import org.pykiln.plan.BuildPlan;

/// Several Dockerfiles that share one folder with their source archives, and the file by which
/// `docker buildx bake` builds them all. A pure function: equal plans give equal bytes.
public final class Bake {
    private static final String FILE = "docker-bake.hcl";
    private static final String ALL = "default";
    private static final int LONGEST = 60;

    private final Dialect dialect;
    private final Set<String> taken = new HashSet<>(Set.of(ALL));
    private final List<String> names = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();
    private final List<Target> targets = new ArrayList<>();
    private final Map<String, String> texts = new LinkedHashMap<>();

    private Bake(Dialect dialect) {
        this.dialect = dialect;
    }

    /// One recipe for one or several architectures.
    ///
    /// @param name for people; targets and files get a like one
    /// @param plans one for each architecture
    public record Member(String name, List<BuildPlan> plans) {
        public Member {
            plans = List.copyOf(plans);
        }
    }

    /// A recipe is one target wherever one Dockerfile says all of it, and else a group of targets,
    /// one for each architecture.
    ///
    /// @return texts by file name
    public static Map<String, String> render(List<Member> members, Dialect dialect) {
        Bake bake = new Bake(dialect);
        members.forEach(bake::add);
        bake.groups.addFirst(new Group(ALL, bake.names));
        bake.texts.put(FILE, new BakeFile(bake.groups, bake.targets).text());
        return bake.texts;
    }

    private void add(Member member) {
        String name = free(member.name());
        names.add(name);
        Optional<Dockerfile> together = Platforms.merge(member.plans(), dialect);
        if (together.isPresent()) {
            target(name, together.get(), member.plans());
            return;
        }
        List<String> parts = new ArrayList<>();
        for (BuildPlan plan : member.plans()) {
            String part = free(name + "-" + plan.platform().value().replaceFirst("^linux/", ""));
            parts.add(part);
            target(part, Renderer.render(plan, dialect), List.of(plan));
        }
        groups.add(new Group(name, parts));
    }

    private void target(String name, Dockerfile dockerfile, List<BuildPlan> plans) {
        String file = name + ".Dockerfile";
        texts.put(file, dockerfile.text());
        targets.add(new Target(name, file, plans.stream().map(p -> p.platform().value()).toList()));
    }

    /// A name that targets, tags and file systems take, and that no other has.
    private String free(String name) {
        String plain =
                name.toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9_]+", "-")
                        .replaceAll("^[^a-z0-9]+", "");
        String stem = plain.substring(0, Math.min(plain.length(), LONGEST)).replaceAll("-+$", "");
        stem = stem.isEmpty() ? "recipe" : stem;
        String free = stem;
        for (int number = 2; !taken.add(free); number++) {
            free = stem + "-" + number;
        }
        return free;
    }
}
