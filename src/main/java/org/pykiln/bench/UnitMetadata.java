package org.pykiln.bench;

/// Names of the flat metadata that PyKiln adds to each run of a pyperf file.
public final class UnitMetadata {
    private UnitMetadata() {}

    /// Id of the session.
    public static final String SESSION = "pykiln_session";

    /// Name of the image in the session.
    public static final String IMAGE = "pykiln_image";

    /// What the image is a build of, as the session plan says.
    public static final String VARIANT = "pykiln_variant";

    /// Reference by which the image was found.
    public static final String IMAGE_REFERENCE = "pykiln_image_reference";

    /// Content address of the image.
    public static final String IMAGE_ID = "pykiln_image_id";

    /// Round of the unit, from 1.
    public static final String ROUND = "pykiln_round";

    /// Position of the image inside the round, from 1.
    public static final String POSITION = "pykiln_position";

    /// libc and its version, such as `glibc 2.41` or `musl 1.2.5`.
    public static final String LIBC = "pykiln_libc";

    /// Allocator library mapped into the worker process, such as `jemalloc`, or `none`.
    public static final String ALLOCATOR_MAPPED = "pykiln_allocator_mapped";

    /// Who answers `malloc` in the image's interpreter: `libc`, the file name of a library, the
    /// name of an allocator linked into the interpreter, or `unknown`.
    public static final String MALLOC_FROM = "pykiln_malloc_from";

    /// `PYTHONMALLOC` as the worker process had it, or `unset`.
    public static final String PYTHONMALLOC = "pykiln_pythonmalloc";

    /// `LD_PRELOAD` as the worker process had it, or `unset`.
    public static final String LD_PRELOAD = "pykiln_ld_preload";

    /// `PYTHONHASHSEED` as the worker process had it.
    public static final String HASH_SEED = "pykiln_hash_seed";

    /// Load of the host (one minute) before the unit.
    public static final String LOAD_BEFORE = "pykiln_load_before";

    /// Peak resident memory of the largest process that the worker started, in bytes; absent where
    /// none was larger than the worker itself, whose own is pyperf's `mem_max_rss`.
    public static final String CHILDREN_PEAK = "pykiln_children_max_rss";

    /// Peak memory of the image's container up to the end of the unit, in bytes, with the page
    /// cache: what its control group says. It never falls, so the last unit has the session's.
    public static final String CONTAINER_PEAK = "pykiln_container_peak";

    /// Share of the time of the unit's CPUs that the hypervisor gave to others while the unit ran.
    public static final String STEAL = "pykiln_steal";

    /// Share of the time of the unit's CPUs that other processes used while the unit ran.
    public static final String OTHER_CPU = "pykiln_other_cpu";

    /// Frequency of the unit's first CPU in MHz, mean of before and after the unit.
    public static final String FREQUENCY = "pykiln_mhz";

    /// Seconds that the unit took, start of the interpreter not counted.
    public static final String SECONDS = "pykiln_unit_seconds";

    /// Why the unit counts as disturbed: its round was measured again, and it is not compared.
    public static final String DISTURBED = "pykiln_disturbed";

    /// The disturbed round that the unit was measured in place of.
    public static final String STANDS_FOR = "pykiln_stands_for_round";

    /// Content hash of the third-party packages; missing where a benchmark needs none.
    public static final String LAYER = "pykiln_layer";

    /// Extension modules of the third-party packages that the worker process had loaded at its end,
    /// sorted and separated by commas, or `none`; missing where a benchmark needs no packages.
    public static final String EXTENSIONS = "pykiln_extensions";

    /// Content hash of the kit.
    public static final String KIT = "pykiln_kit";
}
