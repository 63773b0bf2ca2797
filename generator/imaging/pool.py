"""Many jobs on many workers, within one budget of memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from typing import Any, Generic, TypeVar

from .unusable import Unusable

Key = TypeVar("Key")
Result = TypeVar("Result")


class WorkersLost(Exception, Generic[Key]):  # noqa: N818 - says what happened
    """The executor broke, most often because the system killed a worker for want of memory.

    ``keys`` are the jobs that were in work or just being handed over: one of them is to blame, and nobody can
    say which. All results that came before were handed out; a new executor can go on with these keys, one
    at a time, and with what is left of the jobs.
    """

    def __init__(self, keys: tuple[Key, ...]) -> None:
        super().__init__(keys)
        self.keys = keys


def _outcome(future: Future[Result]) -> Result | Unusable:
    try:
        return future.result()
    except Unusable as unusable:
        return unusable


def run_all(
    jobs: Iterable[tuple[Key, int, Callable[[], Result]]], executor: Executor, budget: int
) -> Iterator[tuple[Key, Result | Unusable]]:
    """Run the jobs ``(key, cost, task)`` and yield ``(key, result or Unusable)`` as they finish.

    The costs of what is submitted and not finished add up to at most `budget` bytes; a job that is dearer
    than the budget runs alone. Jobs are taken one by one when there is room, so `jobs` may read its files
    late; none overtakes another that waits for room. Tasks for processes must be picklable.
    Raises `WorkersLost`; other exceptions of a task are bugs and come through as they are. What was not begun
    is cancelled when the iterator is closed.
    """
    coming = iter(jobs)
    head: tuple[Key, int, Callable[[], Result]] | None = None
    running: dict[Future[Any], tuple[Key, int]] = {}
    try:
        while True:
            head = head or next(coming, None)
            while head and (not running or head[1] + sum(cost for _, cost in running.values()) <= budget):
                key, cost, task = head
                running[executor.submit(task)] = key, cost
                head = next(coming, None)
            if not running:
                return
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            # In the order of submission, not in that of a set, and what was lost last.
            for future in sorted(
                (future for future in running if future in done),
                key=lambda future: isinstance(future.exception(), BrokenExecutor),
            ):
                outcome = _outcome(future)
                key, _ = running.pop(future)
                yield key, outcome
    except BrokenExecutor as broken:
        lost = [key for key, _ in running.values()]
        if head:
            lost.append(head[0])
        raise WorkersLost(tuple(lost)) from broken
    finally:
        for future in running:
            future.cancel()
