"""Many jobs, one budget."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from functools import partial
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.imaging import (
    CLASSES,
    Box,
    Job,
    Unusable,
    Variant,
    WorkersLost,
    cost,
    fast,
    inspect,
    render,
    run_all,
)
from tests.imaging.pictures import FILES, saved, scene

SPAWN = multiprocessing.get_context("spawn")


class Recorder(Executor):
    """Runs a task when somebody waits for it, and remembers how much was in work at the same time."""

    def __init__(self) -> None:
        self.costs: dict[Future[Any], int] = {}
        self.most = 0
        self.together = 0
        self.next_cost = 0

    def submit(self, task: Callable[..., Any], /, *arguments: Any, **named: Any) -> Future[Any]:
        future: Future[Any] = Future()
        self.costs[future] = self.next_cost
        running = [one for one in self.costs if not one.done()]
        self.most = max(self.most, sum(self.costs[one] for one in running))
        self.together = max(self.together, len(running))
        threading.Timer(0.0005, lambda: future.set_result(task(*arguments, **named))).start()
        return future


def priced(recorder: Recorder, costs: list[int]) -> Iterator[tuple[int, int, Callable[[], int]]]:
    """Jobs that tell the recorder what the next one costs."""
    for key, price in enumerate(costs):
        recorder.next_cost = price
        yield key, price, partial(int, key)


@settings(deadline=None)
@given(st.lists(st.integers(0, 100), max_size=25), st.integers(1, 150))
def test_budget_is_kept(costs: list[int], budget: int) -> None:
    """What is in work never costs more than the budget, unless a single job does; every job is done once."""
    recorder = Recorder()
    done = list(run_all(priced(recorder, costs), recorder, budget))

    assert sorted(done) == [(key, key) for key in range(len(costs))]
    assert recorder.most <= max([budget, *costs])


def test_small_jobs_run_side_by_side() -> None:
    """As many jobs are in work as the budget holds."""
    recorder = Recorder()
    list(run_all(priced(recorder, [10] * 20), recorder, 45))

    assert 4 == recorder.together


def test_jobs_are_taken_late() -> None:
    """A job is asked for only when there is room, so that not all files are read at once."""
    taken: list[int] = []

    def jobs() -> Iterator[tuple[int, int, Callable[[], int]]]:
        for key in range(100):
            taken.append(key)
            yield key, 10, partial(int, key)

    with ThreadPoolExecutor(2) as executor:
        results = run_all(jobs(), executor, 20)
        next(results)
        results.close()

    assert len(taken) <= 4


def test_unusable_is_a_result_and_bugs_are_not() -> None:
    """A picture that cannot be used does not stop the others; a bug comes through."""
    jobs = [
        (name, 1, partial(inspect, content)) for name, content in {"bad": b"no", "good": FILES["png"]}.items()
    ]
    with ThreadPoolExecutor(2) as executor:
        found = dict(run_all(jobs, executor, 10))
        with pytest.raises(ZeroDivisionError):
            list(run_all([("bug", 1, partial(divmod, 1, 0))], executor, 10))

    assert isinstance(found["bad"], Unusable) and "unknown-format" == found["bad"].reason
    assert not isinstance(found["good"], Unusable)


def test_no_jobs() -> None:
    """Nothing to do is done at once."""
    with ThreadPoolExecutor(1) as executor:
        assert [] == list(run_all([], executor, 1))


@pytest.mark.slow
def test_a_killed_worker_does_not_hang() -> None:
    """When the system kills a worker, what was done is handed out and what was in work is named."""
    jobs = [(0, 1, partial(int, 7)), (1, 5, partial(os._exit, 9)), (2, 5, partial(int, 8))]
    done = []
    with ProcessPoolExecutor(1, mp_context=SPAWN) as executor, pytest.raises(WorkersLost) as lost:
        for key, result in run_all(jobs, executor, 5):
            done.append((key, result))

    assert [(0, 7)] == done
    assert 1 in lost.value.keys and 0 not in lost.value.keys


@pytest.mark.slow
def test_bytes_do_not_depend_on_the_workers() -> None:
    """One thread, four threads and two processes give byte-equal files, and so does no executor at all."""
    photos = {number: saved(scene(320 + 8 * number, 240), "JPEG", quality=92) for number in range(4)}
    classes = CLASSES["standard"]
    jobs = []
    for number, photo in photos.items():
        found = inspect(photo)
        box = Box(0, 0, found.width, found.height)
        encodings = (fast(classes["avif"]), classes["avif"], classes["jpeg"], classes["webp"], classes["png"])
        job = Job(box, tuple(Variant(300, 200, one) for one in encodings), credit="Å")
        jobs.append((number, cost(found, job), partial(render, photo, job)))
    alone = {key: task() for key, _, task in jobs}
    with ThreadPoolExecutor(1) as one, ThreadPoolExecutor(4) as four:
        threads = [dict(run_all(jobs, executor, 1 << 40)) for executor in (one, four)]
    with ProcessPoolExecutor(2, mp_context=SPAWN) as two:
        processes = dict(run_all(jobs, two, 1 << 40))

    assert [alone] * 3 == [*threads, processes]
