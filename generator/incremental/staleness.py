"""Which outputs have to be made again, and why. Pure: sets in, reasons out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from generator.incremental.entries import Delta, Key

NEW = "output:new"
"""Reason: it was never made."""
DAMAGED = "output:damaged"
"""Reason: the file was deleted or changed by somebody else."""
FORGOTTEN = "output:forgotten"
"""Reason: the generator, a dependency or a filter changed, so nothing remembered can be trusted."""

Reasons = Mapping[str, tuple[Key, ...]]
"""Output -> the keys that made it stale, sorted; or one of the reasons above."""


def stale(
    wanted: Iterable[str],
    traces: Mapping[str, Collection[Key]],
    delta: Delta,
    damaged: Collection[str] = (),
) -> Reasons:
    """The outputs of `wanted` to make again. An output without a trace is new."""
    reasons: dict[str, tuple[Key, ...]] = {}
    for output in wanted:
        trace = traces.get(output)
        if trace is None:
            reasons[output] = (NEW,)
        elif output in damaged:
            reasons[output] = (DAMAGED,)
        elif not delta.isdisjoint(trace):
            reasons[output] = tuple(sorted(delta.intersection(trace)))
    return reasons


def orphans(wanted: Collection[str], known: Iterable[str]) -> list[str]:
    """Outputs we made once that nobody wants any more, sorted."""
    return sorted(output for output in known if output not in wanted)
