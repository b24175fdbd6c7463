package org.pykiln.recipe.knob;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.pykiln.plan.Contributions;
import org.pykiln.plan.Proof;
import org.pykiln.recipe.Description;
import org.pykiln.recipe.Domain;
import org.pykiln.recipe.Explanation;
import org.pykiln.recipe.Finding;
import org.pykiln.recipe.Group;
import org.pykiln.recipe.Knob;
import org.pykiln.recipe.Nearest;
import org.pykiln.recipe.Recipe;
import org.pykiln.recipe.Remedy;
import org.pykiln.recipe.knob.AllocatorKnob.Allocator;

/// What the allocator behind malloc is told by the image's environment.
public final class AllocatorOptionsKnob implements Knob<String> {
    public static final AllocatorOptionsKnob ALLOCATOR_OPTIONS = new AllocatorOptionsKnob();

    private static final String NONE = "none";
    private static final String PAIR = "[a-z][a-z_]{1,39}:[a-z0-9]{1,20}";

    /// Those that each allocator can be asked for afterwards, so that they can be proven.
    private static final Map<Allocator, Set<String>> KNOWN =
            Map.of(
                    Allocator.LIBC,
                    Set.of(),
                    Allocator.JEMALLOC,
                    Set.of(
                            "background_thread",
                            "dirty_decay_ms",
                            "metadata_thp",
                            "muzzy_decay_ms",
                            "narenas",
                            "oversize_threshold",
                            "percpu_arena",
                            "retain",
                            "tcache",
                            "thp"),
                    Allocator.MIMALLOC,
                    Set.of(
                            "abandoned_page_purge",
                            "allow_large_os_pages",
                            "arena_eager_commit",
                            "arena_purge_mult",
                            "eager_commit",
                            "eager_commit_delay",
                            "purge_decommits",
                            "purge_delay",
                            "purge_extend_delay",
                            "use_numa_nodes"),
                    Allocator.TCMALLOC,
                    Set.of("max_total_thread_cache_bytes"));

    private final Description<String> description =
            new Description<>(
                    "allocator-options",
                    "malloc's options",
                    Group.ALLOCATOR,
                    new Domain.Text(
                            Pattern.compile("none|%1$s(?:,%1$s){0,7}".formatted(PAIR)),
                            "none, or up to eight pairs such as \"background_thread:true,narenas:2\"",
                            List.of(
                                    NONE,
                                    "background_thread:true,metadata_thp:auto",
                                    "dirty_decay_ms:5000,muzzy_decay_ms:5000",
                                    "purge_delay:0",
                                    "allow_large_os_pages:1",
                                    "max_total_thread_cache_bytes:134217728")),
                    NONE,
                    new Explanation(
                            "Options of jemalloc (MALLOC_CONF), mimalloc (MIMALLOC_...) or tcmalloc"
                                    + " (TCMALLOC_...), set in the image's environment: a run-time choice that"
                                    + " needs no second compile. Only options that the allocator can be asked"
                                    + " for afterwards are accepted.",
                            "They trade memory against time: a shorter decay or purge delay gives pages back"
                                    + " sooner, huge pages and larger thread caches hold more. How much depends"
                                    + " on the program alone.",
                            "What the allocator of a running interpreter says when it is asked for each option.",
                            List.of(
                                    "jemalloc manual: TUNING, mallctl",
                                    "mimalloc: Environment Options",
                                    "gperftools: Modifying Runtime Behavior")));

    private AllocatorOptionsKnob() {}

    @Override
    public Description<String> description() {
        return description;
    }

    @Override
    public List<Finding> check(Recipe recipe) {
        Allocator allocator = recipe.get(AllocatorKnob.ALLOCATOR);
        Set<String> known = new TreeSet<>(KNOWN.getOrDefault(allocator, Set.of()));
        Remedy none = Remedy.of("leave them out", this, NONE);
        if (allocator == Allocator.LIBC && !options(recipe).isEmpty()) {
            return List.of(
                    Finding.error(
                            "options-of-no-allocator",
                            "The C library's own malloc takes none of these options.",
                            none,
                            this,
                            AllocatorKnob.ALLOCATOR));
        }
        return options(recipe).keySet().stream()
                .filter(name -> !known.contains(name))
                .limit(1)
                .map(name -> unknown(allocator, name, known, none))
                .toList();
    }

    private Finding unknown(Allocator allocator, String name, Set<String> known, Remedy remedy) {
        return Finding.error(
                "allocator-option-unknown",
                "%s has no option %s that could be proven; nearest is %s, of %s."
                        .formatted(
                                allocator.text(),
                                name,
                                Nearest.to(name, known).orElse("none"),
                                String.join(", ", known)),
                remedy,
                this,
                AllocatorKnob.ALLOCATOR);
    }

    @Override
    public void contribute(Recipe recipe, Contributions plan) {
        Map<String, String> options = options(recipe);
        if (options.isEmpty()) {
            return;
        }
        Allocator allocator = recipe.get(AllocatorKnob.ALLOCATOR);
        if (allocator == Allocator.JEMALLOC) {
            plan.environment(
                    "MALLOC_CONF",
                    options.entrySet().stream()
                            .map(option -> option.getKey() + ":" + option.getValue())
                            .collect(Collectors.joining(",")));
            return;
        }
        options.forEach((name, value) ->
                plan.environment((allocator.text() + "_" + name).toUpperCase(Locale.ROOT), value));
    }

    @Override
    public List<Proof> prove(Recipe recipe) {
        if (recipe.get(AllocatorKnob.ALLOCATOR) == Allocator.LIBC) {
            return List.of();
        }
        String allocator = recipe.get(AllocatorKnob.ALLOCATOR).text();
        return options(recipe).entrySet().stream()
                .map(option ->
                        new Proof(
                                id(),
                                "%s works with %s %s"
                                        .formatted(allocator, option.getKey(), option.getValue()),
                                """
                                seen = %s_option(%s)
                                return seen == %s, seen or 'it knows no such option'\
                                """
                                        .formatted(
                                                allocator,
                                                Proof.literal(option.getKey()),
                                                Proof.literal(option.getValue()))))
                .toList();
    }

    private Map<String, String> options(Recipe recipe) {
        Map<String, String> options = new LinkedHashMap<>();
        if (!recipe.get(this).equals(NONE)) {
            for (String pair : recipe.get(this).split(",")) {
                options.put(pair.replaceFirst(":.*", ""), pair.replaceFirst(".*:", ""));
            }
        }
        return options;
    }
}
