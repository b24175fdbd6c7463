"""The benchmarks of `homeassistant.scripts.benchmark`, as Home Assistant ships them.

`hass --script benchmark NAME` runs one function again and again, each time in a new event loop with
a new HomeAssistant object, and prints how long a million events or calls took. Here the same
functions run in the same surroundings: they are taken from the installed package and get another
number instead of their million (or 100,000), so that pyperf can choose it. One loop of pyperf is one
event, one call or one state; a value is the time of one.

What is timed is what the functions time, with three exceptions. Listeners run inside `async_fire`
today, or a filter keeps the event from them there, so three functions start their clock when all
the work is done and time an idle loop. Those are timed from the first event that they fire.
Listeners are added before that and do not count.

The other two functions about events time how the loop dispatches what was fired before. All of it
waits in the loop's queue: with a million events that is more memory than here.

Most events are garbage that only the cycle collector finds. Now and then it walks everything, and
most of that is the 200,000 objects that importing Home Assistant leaves: in a million events their
share is even, in fewer a value has it or has it not. So they are frozen first, and the collector
runs as often as ever, over what the benchmark itself makes.
"""

import asyncio
import functools
import gc
import logging
import time
import types

import pyperf

# Home Assistant's own order; the names are those of its functions.
NAMES = (
    "fire_events",
    "fire_events_with_filter",
    "state_changed_helper",
    "state_changed_event_helper",
    "state_changed_event_filter_helper",
    "filtering_entity_id",
    "valid_entity_id",
    "json_serialize_states",
)

# Their own clock starts when nothing is left to do.
FROM_FIRST_EVENT = (
    "fire_events",
    "fire_events_with_filter",
    "state_changed_event_filter_helper",
)

# What the functions do: a million times, but 100,000 look-ups in the filter.
COUNTS = {name: 10**5 if name == "filtering_entity_id" else 10**6 for name in NAMES}


def with_count(code, old, new):
    """The code with one number in place of another, and how often it stood there."""
    constants = []
    found = 0
    for constant in code.co_consts:
        if type(constant) is int and constant == old:
            constant = new
            found += 1
        elif isinstance(constant, types.CodeType):
            constant, inside = with_count(constant, old, new)
            found += inside
        constants.append(constant)
    return code.replace(co_consts=tuple(constants)), found


@functools.lru_cache(maxsize=1)
def function(name, count):
    """Home Assistant's function of that name, doing its work that many times."""
    from homeassistant.scripts.benchmark import BENCHMARKS

    original = BENCHMARKS[name]
    code, found = with_count(original.__code__, COUNTS[name], count)
    if not found:
        raise SystemExit("%s does not do its work %d times" % (name, COUNTS[name]))
    return types.FunctionType(code, original.__globals__, name)


class FirstEvent:
    """Notes when the first event is fired, and is out of the way from then on."""

    def __init__(self, bus):
        self.bus = bus
        self.original = bus.async_fire
        self.time = None

    def __enter__(self):
        note = self

        def async_fire(*arguments, **options):
            note.bus.async_fire = note.original
            note.time = time.perf_counter()
            return note.original(*arguments, **options)

        self.bus.async_fire = async_fire
        return self

    def __exit__(self, *_):
        self.bus.async_fire = self.original


async def run(benchmark, from_first_event):
    """As `homeassistant.scripts.benchmark.run_benchmark`, without printing."""
    from homeassistant import core
    from homeassistant.helpers import frame

    hass = core.HomeAssistant("")
    # without it 2025.4 refuses async_track_state_change, and with it state_changed_helper
    frame.async_setup(hass)
    with FirstEvent(core.EventBus) as first:
        seconds = await benchmark(hass)
        end = time.perf_counter()
    await hass.async_stop()
    return end - first.time if from_first_event else seconds


def require_compiled_ids():
    """The fallback in Python takes longer than all the rest of an event."""
    from ulid_transform import ulid_at_time

    if isinstance(ulid_at_time, types.FunctionType):
        raise SystemExit("ulid_transform has no compiled module here; a C++ compiler makes it")


def measure(loops, name):
    if name == "fire_events":
        require_compiled_ids()
    return asyncio.run(run(function(name, loops), name in FROM_FIRST_EVENT))


def prepare():
    """What `hass --script benchmark` does before it runs one."""
    from homeassistant import runner

    for name in ("homeassistant.core", "homeassistant.helpers.frame"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    asyncio.set_event_loop_policy(runner.HassEventLoopPolicy(False))
    import homeassistant.scripts.benchmark

    gc.collect()
    gc.freeze()


def main():
    runner = pyperf.Runner()
    runner.metadata["description"] = "homeassistant.scripts.benchmark"
    args = runner.parse_args()
    if args.worker:
        prepare()
    for name in NAMES:
        runner.bench_time_func("homeassistant_" + name, measure, name)


if __name__ == "__main__":
    main()
