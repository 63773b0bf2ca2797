"""Which outputs have to be made again, and why. Pure: sets in, reasons out."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Mapping
from typing import TypeVar

NEW = "output:new"
"""Reason: it was never made."""
DAMAGED = "output:damaged"
"""Reason: the file was deleted or changed by somebody else."""
FORGOTTEN = "output:forgotten"
"""Reason: the generator, a dependency or a filter changed, so nothing remembered can be trusted."""

Name = TypeVar("Name", bound=Hashable)
"""Of a key: the key itself, or the number that stands for it in a store."""


def stale(
    wanted: Iterable[str],
    traces: Mapping[str, Iterable[Name]],
    delta: frozenset[Name],
    damaged: Collection[str] = (),
) -> dict[str, tuple[Name | str, ...]]:
    """The outputs of `wanted` to make again, each with why. An output without a trace is new.

    Why is the keys that changed, or one of the reasons above.
    """
    reasons: dict[str, tuple[Name | str, ...]] = {}
    for output in wanted:
        trace = traces.get(output)
        if trace is None:
            reasons[output] = (NEW,)
        elif output in damaged:
            reasons[output] = (DAMAGED,)
        elif not delta.isdisjoint(trace):
            reasons[output] = tuple(delta.intersection(trace))
    return reasons


def orphans(wanted: Collection[str], known: Iterable[str]) -> list[str]:
    """Outputs we made once that nobody wants any more, sorted."""
    return sorted(output for output in known if output not in wanted)
