"""Keys and the digests of their values; what changed between two moments."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

Key = str
Entries = Mapping[Key, str]
"""Key -> digest of its value. Absence is an answer too: a key that is not there has no value."""
Trace = frozenset[Key]
Delta = frozenset[Key]


def digest(value: object) -> str:
    """A short, stable name for a value made of text, numbers, tuples, lists and dicts.

    Sixteen hex digits: with 200,000 entries the chance that any change goes unseen is below 1e-14.
    """
    return hashlib.blake2b(repr(value).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def digest_bytes(content: bytes) -> str:
    """The name of a file's content."""
    return hashlib.sha256(content).hexdigest()


def compare(old: Entries, new: Entries) -> Delta:
    """The keys that appeared, went away or hold something else."""
    if old == new:
        return frozenset()
    changed = {key for key, value in new.items() if old.get(key) != value}
    changed.update(key for key in old if key not in new)
    return frozenset(changed)


def union(deltas: Iterable[Delta]) -> Delta:
    """All keys of several deltas."""
    return frozenset().union(*deltas)
