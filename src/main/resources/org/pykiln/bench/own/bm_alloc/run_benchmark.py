"""Patterns of allocation that tell memory allocators apart.

Each datapoint does the same work in each loop, in every process and on every Python from 3.8 on:
sizes and orders come from a seeded generator, keys are integers, whose hash has no seed. Blocks are
made and freed by C loops where that is possible, so that the allocator and not the interpreter takes
the time, and the cycle collector is off. What Python keeps for itself in free lists (floats, short
tuples, empty lists) is left out: it reaches no allocator at all.

Requests of up to 512 bytes are pymalloc's, unless the image is without it; larger ones are malloc's.
"""

import functools
import gc
import queue
import random
import threading
import time

import pyperf

SEED = 20200713


def sizes(count, powers, seed=SEED):
    """That many numbers, as many in each power of two from 2**powers[0] to 2**powers[-1] * 2.

    Only random() is used: it gives the same numbers in all versions of Python.
    """
    draw = random.Random(seed).random
    found = []
    for _ in range(count):
        power = 1 << powers[int(draw() * len(powers))]
        found.append(power + int(draw() * power))
    return found


def timed(work):
    """A time function for pyperf of work that needs no preparation."""

    @functools.wraps(work)
    def measure(loops):
        start = time.perf_counter()
        for _ in range(loops):
            work()
        return time.perf_counter() - start

    return measure


# 33 bytes are the object's own: with them all are between 49 and 416 bytes
SMALL = [min(size, 383) for size in sizes(20000, range(4, 9))]


@timed
def alloc_small():
    """20,000 objects of 49 to 416 bytes; every second is freed and made anew, then all go.

    What a Python program does most. With pymalloc this is pymalloc's time, whatever allocator the
    image has; without it, it is the allocator's time for small sizes, where their designs differ
    most: caches of threads, size classes, headers.
    """
    blocks = list(map(bytes, SMALL))
    blocks[::2] = [None] * len(blocks[::2])
    blocks[::2] = map(bytes, SMALL[::2])


LARGE = sizes(4000, range(9, 14))


@timed
def alloc_large():
    """4,000 buffers of 512 bytes to 16 KiB; every second is freed and made anew, then all go.

    Reaches malloc with and without pymalloc. glibc splits and joins chunks here; others round up to
    size classes and keep runs of equal blocks.
    """
    blocks = list(map(bytearray, LARGE))
    blocks[::2] = [None] * len(blocks[::2])
    blocks[::2] = map(bytearray, LARGE[::2])


HUGE = sizes(40, range(18, 21))


@timed
def alloc_huge():
    """40 buffers of 256 KiB to 2 MiB, one after the other, four of them alive.

    Each is written to, so pages that the allocator gave back to the kernel are faulted in again.
    Tells those that ask the kernel each time from those that keep what was freed for a while.
    """
    alive = [None] * 4
    for number, size in enumerate(HUGE):
        alive[number % 4] = bytearray(size)


@timed
def alloc_list_growth():
    """100 lists grow by single appends to 2,000 elements, side by side.

    List growth is realloc by an eighth at a time. Since the lists take turns, a block can seldom
    grow where it is, and what counts is how the allocator moves it and what it does with the gap.
    """
    lists = [[] for _ in range(100)]
    for _ in range(20):
        for one in lists:
            append = one.append
            for _ in range(100):
                append(None)


KEYS = range(5000)


@timed
def alloc_dict_growth():
    """40 dictionaries grow to 5,000 integer keys.

    A resize allocates the larger table while the smaller one is in use, copies, and frees: blocks
    of doubling size, each used for a short time. Keys are integers, so order and collisions are the
    same in each process.
    """
    for _ in range(40):
        table = {}
        for key in KEYS:
            table[key] = None


THREADS = 4
OF_A_THREAD = [sizes(500, range(9, 13), SEED + number) for number in range(THREADS)]


def together(loops, works):
    """Seconds until as many threads as there are works have done them; their start and end count."""
    threads = [threading.Thread(target=work, args=(loops,)) for work in works]
    start = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return time.perf_counter() - start


def alloc_threads(loops):
    """Four threads, each of which makes and frees 8 times 500 buffers of 512 to 8192 bytes.

    No block crosses threads. Tells whether the allocator's per-thread caches and arenas serve
    threads that take turns (with the GIL) or run at once (without it).
    """

    def churn(own, loops):
        for _ in range(8 * loops):
            list(map(bytearray, own))

    return together(loops, [functools.partial(churn, own) for own in OF_A_THREAD])


def alloc_handover(loops):
    """Two pairs of threads: one makes 8 times 500 buffers of 512 to 8192 bytes, the other frees them.

    The pattern of a queue between a reader and a worker. Every block is freed by another thread
    than the one that made it, which allocators do by a lock, by messages to the owner, or by
    keeping the block where it was freed.
    """

    def make(own, channel, loops):
        for _ in range(8 * loops):
            channel.put(list(map(bytearray, own)))

    def free(channel, loops):
        for _ in range(8 * loops):
            channel.get()

    works = []
    for own in OF_A_THREAD[: THREADS // 2]:
        channel = queue.Queue(maxsize=2)
        works.append(functools.partial(make, own, channel))
        works.append(functools.partial(free, channel))
    return together(loops, works)


TABLE = 10000


def alloc_fragmentation(loops):
    """10,000 buffers of 16 bytes to 32 KiB are alive; in random order 10,000 are replaced.

    Sizes and lifetimes are random, as in a server that runs for long, and the heap is filled and
    shuffled before the clock starts. Tells how fast an allocator finds room in a heap full of gaps.
    """
    fill = sizes(TABLE, range(4, 15))
    renew = sizes(TABLE, range(4, 15), SEED + 1)
    draw = random.Random(SEED).random
    places = [int(draw() * TABLE) for _ in range(TABLE)]
    table = list(map(bytearray, fill))

    def replace():
        for place, block in zip(places, map(bytearray, renew)):
            table[place] = block

    replace()
    return timed(replace)(loops)


PATTERNS = (
    alloc_small,
    alloc_large,
    alloc_huge,
    alloc_list_growth,
    alloc_dict_growth,
    alloc_threads,
    alloc_handover,
    alloc_fragmentation,
)


def main():
    gc.disable()
    runner = pyperf.Runner()
    runner.metadata["description"] = "patterns of memory allocation"
    for pattern in PATTERNS:
        runner.bench_time_func(pattern.__name__, pattern)


if __name__ == "__main__":
    main()
