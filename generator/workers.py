"""Work divided among processes. Results come in the order of the items, whoever made them.

Processes are forked: they see all that was read so far without its being sent. What they find out is sent
back through a pipe of their own. They take their work from one common pipe, a few items at a time, so that
none waits while another has much left. A process that dies closes its pipe, so nobody waits for it; when we
die ourselves, a worker's next result has nowhere to go and the worker ends too. `concurrent.futures` leaves
such workers behind, needs threads, and takes 20 ms to import.
"""

from __future__ import annotations

import gc
import os
import pickle
import select
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from contextlib import suppress
from typing import Any, NoReturn, TypeVar

from generator.model.problem import N_

Item = TypeVar("Item")
Result = TypeVar("Result")

WORTHWHILE = 200
"""Items. For fewer, making processes takes longer than the work."""
_CHUNK = 24
"""Items a worker takes at a time: 10 to 40 ms of work."""
_MOST_CHUNKS = 8000
"""Numbers of four bytes that surely fit into a pipe at once (64 KiB on Linux)."""
_ONCE = 1 << 20


class WorkerLostError(OSError):
    """A worker ended before its work was done, most often because the system needed its memory."""

    def __str__(self) -> str:
        return N_("a worker process was stopped. Perhaps memory ran out; try --workers 1.")


class _WorkerBugError(Exception):
    """Carries a worker's traceback, when the exception itself cannot be sent."""


def useful(count: int, workers: int) -> bool:
    """True if that many items are better divided among that many workers.

    A process with threads cannot be forked safely (a lock may be held by a thread that the copy lacks), nor
    can one on macOS (its libraries forbid it).
    """
    return (
        workers > 1
        and count >= WORTHWHILE
        and hasattr(os, "fork")
        and sys.platform != "darwin"
        and threading.active_count() == 1
    )


def worked(
    work: Callable[[Item], Result],
    items: Iterable[Item],
    workers: int,
    sort: Callable[[Item], Hashable],
    begin: Callable[[], object] = lambda: None,
) -> Iterator[tuple[Item, Result]]:
    """Every item with what `work` makes of it, by several processes if they are `useful`.

    The first item of each `sort` comes first and is done here: what has to be imported and compiled for its
    sort, the workers inherit. The others come in their order. `begin` is called once in each worker. Results
    must be picklable. An exception of `work` is raised here. Raises WorkerLostError when a worker dies.
    """
    openers: dict[Hashable, Item] = {}
    rest = [item for item in items if openers.setdefault(sort(item), item) is not item]
    for item in openers.values():
        yield item, work(item)
    if useful(len(rest), workers):
        yield from zip(rest, _mapped(work, rest, workers, begin), strict=True)
    else:
        for item in rest:
            yield item, work(item)


def _mapped(
    work: Callable[[Item], Result], items: Sequence[Item], workers: int, begin: Callable[[], object]
) -> Iterator[Result]:
    size = max(_CHUNK, -(-len(items) // _MOST_CHUNKS))
    chunks = [items[start : start + size] for start in range(0, len(items), size)]
    tasks, numbers = os.pipe()
    os.write(numbers, b"".join(number.to_bytes(4, "little") for number in range(len(chunks))))
    os.close(numbers)
    pool = _Pool()
    gc.freeze()  # a collection in a worker would copy every page of our memory
    try:
        for _ in range(min(workers, len(chunks))):
            pool.fork(lambda result: _labour(work, chunks, begin, tasks, result))
        os.close(tasks)
        yield from pool.results(len(chunks))
    finally:
        gc.unfreeze()
        pool.end()


def _labour(
    work: Callable[[Item], Result],
    chunks: Sequence[Sequence[Item]],
    begin: Callable[[], object],
    tasks: int,
    result: int,
) -> None:
    """What a worker does: take the number of a chunk, do it, send it; until there is none left."""
    begin()
    # A pipe gives four bytes that are there to one reader alone.
    while number := os.read(tasks, 4):
        done = [work(item) for item in chunks[int.from_bytes(number, "little")]]
        _send(result, number, (True, done))


def _send(result: int, number: bytes, value: object) -> None:
    body = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    left = memoryview(b"".join((number, len(body).to_bytes(8, "little"), body)))
    while left:
        left = left[os.write(result, left) :]


class _Pool:
    """Our side of the workers."""

    def __init__(self) -> None:
        self._processes: dict[int, int] = {}
        """Reading end of a worker's pipe -> its process."""
        self._received: dict[int, bytearray] = {}
        self._done: dict[int, Any] = {}

    def fork(self, labour: Callable[[int], None]) -> None:
        """Begin a worker."""
        reading, writing = os.pipe()
        process = os.fork()
        if process == 0:
            _live(labour, [reading, *self._processes], writing)
        os.close(writing)
        self._processes[reading] = process
        self._received[reading] = bytearray()

    def results(self, count: int) -> Iterator[Any]:
        """Every result of chunks 0 to `count`, in their order."""
        for number in range(count):
            while number not in self._done:
                self._receive()
            yield from self._done.pop(number)

    def _receive(self) -> None:
        if not self._processes:
            raise WorkerLostError
        for reading in select.select(list(self._processes), [], [])[0]:
            arrived = os.read(reading, _ONCE)
            buffer = self._received[reading]
            buffer += arrived
            if not arrived:
                self._leave(reading)
                if buffer:
                    raise WorkerLostError
            while len(buffer) >= 12 and len(buffer) >= (end := 12 + int.from_bytes(buffer[4:12], "little")):
                fine, found = pickle.loads(bytes(buffer[12:end]))
                if not fine:
                    raise found
                self._done[int.from_bytes(buffer[:4], "little")] = found
                del buffer[:end]

    def _leave(self, reading: int) -> None:
        """A worker closed its pipe: it is done, or dead."""
        os.close(reading)
        _, status = os.waitpid(self._processes.pop(reading), 0)
        if status:
            raise WorkerLostError

    def end(self) -> None:
        """Stop who is still at work, because somebody else failed or nobody wants the rest."""
        for reading, process in self._processes.items():
            os.close(reading)
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
            with suppress(ChildProcessError):
                os.waitpid(process, 0)


def _live(labour: Callable[[int], None], others: Sequence[int], result: int) -> NoReturn:
    """A worker's whole life. It must leave nothing behind: no buffers flushed twice, no cleaning up."""
    status = 1
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the one who waits for us
        for each in others:
            os.close(each)
        try:
            labour(result)
            status = 0
        except BrokenPipeError:
            pass
        except BaseException as error:  # whatever it is, it is told
            _send(result, bytes(4), (False, _sendable(error)))
            status = 0
    finally:
        os._exit(status)


def _sendable(error: BaseException) -> BaseException:
    """The exception, or what it says if it cannot be sent."""
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:  # anything may go wrong in somebody's __reduce__
        return _WorkerBugError("".join(traceback.format_exception(error)))
    return error
