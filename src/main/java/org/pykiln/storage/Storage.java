package org.pykiln.storage;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.pykiln.engine.ContainerFacts;
import org.pykiln.engine.Engine;
import org.pykiln.engine.EngineDisk;
import org.pykiln.engine.EngineException;
import org.pykiln.engine.EngineProblem;
import org.pykiln.engine.ImageLayer;
import org.pykiln.engine.Labels;
import org.pykiln.engine.Owner;
import org.pykiln.engine.Sweep;
import org.pykiln.image.ImageBuilder;
import org.pykiln.recipe.Catalogue;
import org.pykiln.storage.Item.Fate;
import org.pykiln.storage.Item.Kind;

/// Looks at what PyKiln has on an engine. Nothing is PyKiln's that does not carry its labels; and
/// an image that carries them only because it was made from one of PyKiln's is none either.
public final class Storage {
    /// Whatever is younger may be part of something that is being done.
    static final Duration YOUNG = Duration.ofMinutes(10);

    private final Engine engine;
    private final Needs needs;
    private final InstantSource clock;
    private final Predicate<Map<String, String>> scope;

    public Storage(Engine engine, Needs needs, InstantSource clock) {
        this(engine, needs, clock, labels -> true);
    }

    /// @param scope labels of what is looked at; the rest of the engine is left alone
    Storage(Engine engine, Needs needs, InstantSource clock, Predicate<Map<String, String>> scope) {
        this.engine = engine;
        this.needs = needs;
        this.clock = clock;
        this.scope = scope;
    }

    public Inventory inventory() {
        EngineDisk disk = engine.disk();
        boolean building = isBuilding(disk);
        List<Item> items = new ArrayList<>();
        for (EngineDisk.Image image : disk.images()) {
            if (scope.test(image.labels())) {
                image(image, building).ifPresent(items::add);
            }
        }
        for (EngineDisk.Volume volume : disk.volumes()) {
            if (scope.test(volume.labels())) {
                volume(volume).ifPresent(items::add);
            }
        }
        for (ContainerFacts container : new Sweep(engine).preview()) {
            if (scope.test(container.labels())) {
                items.add(container(container));
            }
        }
        items.sort(
                Comparator.comparing(Item::kind)
                        .thenComparing(Comparator.comparingLong(Item::ownBytes).reversed())
                        .thenComparing(Item::id));
        return new Inventory(items, disk.layersBytes(), disk.buildCacheBytes());
    }

    /// Between two steps no container runs, but then the last layer is young.
    private boolean isBuilding(EngineDisk disk) {
        return new Sweep(engine).seesBuild()
                || disk.images().stream()
                        .anyMatch(image -> isLeftover(image) && isYoung(image.created()));
    }

    private boolean isYoung(Instant created) {
        return created.isAfter(clock.instant().minus(YOUNG));
    }

    private static boolean isLeftover(EngineDisk.Image image) {
        return image.tags().isEmpty()
                && image.labels().containsKey(Labels.STAGE)
                && !image.labels().containsKey(Catalogue.RECIPE_LABEL)
                && !image.labels().containsKey(Labels.OWNER);
    }

    private Optional<Item> image(EngineDisk.Image image, boolean building) {
        if (image.labels().containsKey(Labels.OWNER)) {
            return Optional.of(ofProcess(image));
        }
        if (isLeftover(image)) {
            return Optional.of(leftover(image, building));
        }
        return isFinished(image) ? Optional.of(finished(image)) : Optional.empty();
    }

    /// A receipt is proof enough, and is asked first since it costs nothing.
    private boolean isFinished(EngineDisk.Image image) {
        String hash = image.labels().getOrDefault(Catalogue.RECIPE_LABEL, "");
        if (hash.isEmpty() || !image.tags().isEmpty() && names(image, true).isEmpty()) {
            return false;
        }
        return needs.images().containsKey(image.id())
                || Finished.isOwn(image.labels(), layers(image.id()));
    }

    /// Somebody may remove an image while others are being looked at.
    private List<ImageLayer> layers(String id) {
        try {
            return engine.layers(id);
        } catch (EngineException failed) {
            if (failed.problem() instanceof EngineProblem.ImageMissing) {
                return List.of();
            }
            throw failed;
        }
    }

    /// Its names that PyKiln gives, also to the builds of one session, or the others.
    private static List<String> names(EngineDisk.Image image, boolean ours) {
        String reference =
                ImageBuilder.reference(image.labels().getOrDefault(Catalogue.RECIPE_LABEL, ""));
        return image.tags().stream().filter(tag -> tag.startsWith(reference) == ours).toList();
    }

    private static Item ofProcess(EngineDisk.Image image) {
        boolean gone = Sweep.ownerIsGone(image.labels());
        return item(
                Kind.LEFTOVER,
                image,
                gone && image.containers() <= 0 ? Fate.GOES : Fate.IN_USE,
                gone ? "its process has ended" : "a process of PyKiln's may still use it");
    }

    private static Item leftover(EngineDisk.Image image, boolean building) {
        if (image.containers() > 0) {
            return item(Kind.LEFTOVER, image, Fate.IN_USE, "a container was made from it");
        }
        return building
                ? item(Kind.LEFTOVER, image, Fate.IN_USE, "a build runs, or has only just ended")
                : item(
                        Kind.LEFTOVER,
                        image,
                        Fate.GOES,
                        "a stage of a build; the same recipe compiles anew without it");
    }

    private Item finished(EngineDisk.Image image) {
        if (image.containers() > 0) {
            return item(Kind.IMAGE, image, Fate.IN_USE, "a container was made from it");
        }
        Optional<String> need =
                Optional.ofNullable(needs.images().get(image.id()))
                        .or(() -> ofPreset(image))
                        .or(() -> ofPerson(image))
                        .or(() ->
                                isYoung(image.created())
                                        ? Optional.of("it was only just built")
                                        : Optional.empty());
        return need.map(why -> item(Kind.IMAGE, image, Fate.STAYS, why))
                .orElseGet(() ->
                        item(
                                Kind.IMAGE,
                                image,
                                Fate.GOES,
                                image.tags().isEmpty()
                                        ? "a newer build has taken its name"
                                        : "no preset, receipt or session knows it"));
    }

    /// A newer build takes the name, and only the one that has it is the preset's.
    private Optional<String> ofPreset(EngineDisk.Image image) {
        return image.tags().isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(
                        needs.recipes().get(image.labels().get(Catalogue.RECIPE_LABEL)));
    }

    private static Optional<String> ofPerson(EngineDisk.Image image) {
        return names(image, false).stream().findFirst().map(tag -> "somebody named it " + tag);
    }

    private static Item item(Kind kind, EngineDisk.Image image, Fate fate, String why) {
        return new Item(kind, image.id(), image.tags(), image.bytes(), image.ownBytes(), fate, why);
    }

    private Optional<Item> volume(EngineDisk.Volume volume) {
        String kit = volume.labels().get(Labels.KIT);
        String layer = volume.labels().get(Labels.LAYER);
        if (kit != null) {
            return Optional.of(
                    volume(
                            Kind.KIT,
                            volume,
                            kit.equals(needs.kit()),
                            "this version measures with it",
                            "the kit of another version"));
        }
        return Optional.ofNullable(layer)
                .map(hash ->
                        volume(
                                Kind.LAYER,
                                volume,
                                needs.layers().contains(hash),
                                "the workspace holds its wheels",
                                "the workspace holds no such packages"));
    }

    private static Item volume(
            Kind kind, EngineDisk.Volume volume, boolean needed, String why, String whyNot) {
        Fate fate = volume.containers() > 0 ? Fate.IN_USE : needed ? Fate.STAYS : Fate.GOES;
        return new Item(
                kind,
                volume.name(),
                List.of(volume.name()),
                volume.bytes(),
                volume.bytes(),
                fate,
                fate == Fate.IN_USE ? "a container uses it" : needed ? why : whyNot);
    }

    private static Item container(ContainerFacts container) {
        boolean owned =
                Optional.ofNullable(container.labels().get(Labels.OWNER))
                        .flatMap(Owner::parse)
                        .isPresent();
        return new Item(
                Kind.CONTAINER,
                container.id(),
                List.of(),
                0,
                0,
                Fate.GOES,
                owned ? "its process has ended" : "a step of a build that was killed");
    }
}
