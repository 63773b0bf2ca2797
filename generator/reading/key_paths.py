"""Key paths such as ``sources[0].url``, and where in a file they stand."""

from __future__ import annotations

from generator.model.problem import Location

Marks = dict[str, Location]
"""Key path -> where the value stands; ``title:key`` -> the key; the empty path -> where all begins."""


def item_path(parent: str, key: str) -> str:
    """The path of a mapping's entry."""
    return f"{parent}.{key}" if parent else key


def around(key_path: str) -> str:
    """The path of the list or mapping that `key_path` stands in; empty at the top."""
    return key_path[: max(key_path.rfind("."), key_path.rfind("["), 0)]


def locate(marks: Marks, key_path: str) -> Location:
    """The location of `key_path`, or of the nearest thing around it that has one."""
    while key_path and key_path not in marks:
        key_path = around(key_path)
    return marks.get(key_path, Location(""))


def locate_key(marks: Marks, key_path: str) -> Location:
    """The location of the key itself, or of the nearest thing around it that has one."""
    return marks.get(f"{key_path}:key") or locate(marks, key_path)
