"""Names that a YAML text gives to its values: ``&name value``, then ``*name``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from generator.model.problem import Location


class Anchored(NamedTuple):
    """What an anchor names: the value, its nodes and levels, and its raw entries by the path below it."""

    value: Any
    nodes: int = 1
    depth: int = 0
    raw: Sequence[tuple[str, str]] = ()


class Anchors:
    """The anchors met so far. An anchor is declared where it stands and filled when its value is complete."""

    def __init__(self) -> None:
        self._values: dict[str, Anchored] = {}
        self._places: list[tuple[str, Location]] = []
        self._used: set[str] = set()

    def declare(self, name: str, here: Location) -> None:
        """Remember that `name` stands `here`; a later one of the same name takes over."""
        self._places.append((name, here))

    def fill(self, name: str, anchored: Anchored) -> None:
        """Remember what `name` stands for."""
        self._values[name] = anchored

    def use(self, name: str) -> Anchored | None:
        """What `name` stands for, if it was filled."""
        self._used.add(name)
        return self._values.get(name)

    def unused(self) -> Iterator[Location]:
        """Where anchors stand that no alias ever named."""
        return (here for name, here in self._places if name not in self._used)
