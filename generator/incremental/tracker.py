"""Records every look, so that an output knows what it was made from."""

from __future__ import annotations

from generator.incremental.entries import Key, Trace


class Tracker:
    """The questions one output asked. Hand it to whatever answers them."""

    __slots__ = ("_keys", "saw", "saw_all")

    def __init__(self) -> None:
        self._keys: set[Key] = set()
        # The bound method itself: this is called some hundred times per page.
        self.saw = self._keys.add
        """Remember that this key was looked at, whether or not it has a value."""
        self.saw_all = self._keys.update
        """Remember several."""

    @property
    def trace(self) -> Trace:
        """What was seen so far."""
        return frozenset(self._keys)
