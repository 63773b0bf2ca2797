"""Builds that are killed, one after the other. A program of its own: it forks, and what it forks dies.

    python -m tests.unkillable.kills FOLDER SEED KILLS

Goes on until so many builds were killed; some are over before they are hit. Prints one JSON line per round:
what was done, how the build was killed, and all that was wrong afterwards.

A build is killed by another process after a random time, or kills itself at its n-th look at the system:
the interpreter tells an audit hook of every file that is opened, renamed, linked or removed, of every
folder made or removed, and SQLite tells of every statement. Nothing in the program has to know of the test.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path

from tests.unkillable.town import EDITS, Clean, Town, new_town, unwhole

EVENTS = frozenset({"open", "os.rename", "os.remove", "os.link", "os.mkdir", "os.rmdir", "shutil.rmtree"})
PATIENCE = 20.0
"""Seconds that workers of a killed build may take to notice."""


class Steps:
    """Counts a build's looks at the system, and may be the last one."""

    def __init__(self, fatal: int = 0) -> None:
        self.count = 0
        self._fatal = fatal
        self._leader = os.getpid()
        self._opened: list[sqlite3.Connection] = []
        sys.addaudithook(self._hear)

    def _hear(self, event: str, arguments: tuple[object, ...]) -> None:
        if event == "sqlite3.connect/handle":
            self._opened.append(arguments[0])  # type: ignore[arg-type]
            return
        while self._opened:
            # It can be listened to only after the call that tells of it is over.
            self._opened.pop().set_trace_callback(lambda _: self._step())
        if event in EVENTS:
            self._step()

    def _step(self) -> None:
        if os.getpid() != self._leader:
            return
        self.count += 1
        if self.count == self._fatal:
            os.kill(self._leader, signal.SIGKILL)


def in_child(work: Callable[[], object], kill_after: float | None = None) -> tuple[int, str, int]:
    """Do work in a process that leads a group; returns how it ended, what it said, and its group."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.setsid()
        os.close(reading)
        status = 0
        try:
            said = json.dumps(work())
        except BaseException:
            said, status = json.dumps(traceback.format_exc()), 1
        os.write(writing, said.encode())
        os._exit(status)
    os.close(writing)
    if kill_after is not None:
        time.sleep(kill_after)
        os.kill(child, signal.SIGKILL)
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.read().decode() if kill_after is None else ""
    _, status = os.waitpid(child, 0)
    return status, json.loads(said) if said else "", child


def left_behind(group: int) -> bool:
    """True if processes of a killed build go on living without it."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return False
        time.sleep(0.01)
    os.killpg(group, signal.SIGKILL)
    return True


def plain_build(town: Town) -> str:
    """One build; the reason why it failed, or nothing."""
    result = town.build()
    return "" if not result.errors else str(result.problems)


def counted(town: Town, fatal: int = 0) -> int:
    """One build that counts its steps, and kills itself at one of them."""
    steps = Steps(fatal)
    town.build()
    return steps.count


class Rounds:
    """A site's hard life."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.chance = random.Random(seed)
        self.clean = Clean(folder / "clean")
        self.town = new_town(folder / "town")
        self.before: dict[str, bytes] = {}
        self._reach = {True: 1.0, False: 0.5}
        """Cold or not -> up to which part of a cold build to aim."""
        in_child(lambda: plain_build(self.town))
        self.before = self.town.site()

    def one(self) -> dict[str, object]:
        """Edits, a build that is killed, perhaps more edits, and a build that is not."""
        town, chance = self.town, self.chance
        cold = chance.random() < 0.3
        edits = self._edit(chance.randint(0 if cold else 1, 3))
        if cold:
            town.forget()
            self.before = {}
        how, status, group = self._killed(cold)
        wrong = ["processes were left behind"] if left_behind(group) else []
        wrong += unwhole(town.site(), self.before, self.clean.of(town))
        # Half of the time people mend or change something before they try again.
        later = self._edit(chance.randint(1, 2)) if chance.random() < 0.5 else []
        after = self.clean.of(town)
        ended, said, _ = in_child(lambda: plain_build(town))
        if ended or said:
            wrong.append(f"the next build failed: {said}")
        site = town.site()
        wrong += [f"{path} is not right" for path in sorted(after) if site.get(path) != after[path]]
        wrong += [f"{path} should not be there" for path in sorted(site.keys() - after.keys())]
        wrong += [
            f"{path.name} was left in the cache"
            for path in sorted((town.root / "build").rglob("*"))
            if path.name.endswith(".tmp")
        ]
        self.before = after
        return {
            "cold": cold,
            "edits": edits,
            "killed": how,
            "survived": status == 0,
            "later": later,
            "wrong": wrong,
        }

    def _edit(self, count: int) -> list[str]:
        done = self.chance.sample(EDITS, count)
        for each in done:
            each(self.town, self.chance)
        return [each.__name__ for each in done]

    def _killed(self, cold: bool) -> tuple[str, int, int]:
        """Kill a build; how, how it ended, and the group of its processes."""
        town, chance, reach = self.town, self.chance, self._reach
        if chance.random() < 0.5:
            delay = chance.uniform(0, self.seconds * reach[cold])
            status, _, group = in_child(lambda: plain_build(town), kill_after=delay)
            how = f"after {delay:.4f} s"
        else:
            fatal = chance.randint(1, max(1, round(self.steps * reach[cold])))
            status, _, group = in_child(lambda: counted(town, fatal))
            how = f"at step {fatal}"
        # A build that has little to do is over before most kills: aim earlier until about half of them hit.
        reach[cold] = min(1.0, max(0.02, reach[cold] * (0.85 if status == 0 else 1.1)))
        return how, status, group

    def measure(self) -> None:
        """How long a build takes, and in how many steps."""
        self.town.forget()
        started = time.monotonic()
        _, steps, _ = in_child(lambda: counted(self.town))
        self.seconds = time.monotonic() - started
        self.steps = int(steps)


def main(folder: Path, seed: int, kills: int) -> None:
    """See above."""
    life = Rounds(folder, seed)
    life.measure()
    print(json.dumps({"seconds": life.seconds, "steps": life.steps}), flush=True)
    while kills:
        done = life.one()
        kills -= not done["survived"]
        print(json.dumps(done), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
