"""A settings or declaration file, asked name by name; what nobody asked for is reported."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from generator.model.problem import Location, Problem
from generator.reading.field_values import as_written, text
from generator.reading.key_paths import item_path, locate, locate_key
from generator.reading.mistake import (
    Empty,
    Mistake,
    list_expected,
    missing_key,
    names_expected,
    prepared,
    unknown_key,
)
from generator.reading.yaml_text import YamlResult, parse_yaml

T = TypeVar("T")


class Entries:
    """A group of named values. Asking checks a value, reports what is wrong, returns something usable."""

    def __init__(
        self, result: YamlResult, problems: list[Problem], data: dict[str, Any], path: str, owner: str
    ) -> None:
        self._result = result
        self._plain: Any = result.data if isinstance(result.data, dict) and not path else {}
        self._asked: dict[str, str] = {}
        self.problems = problems
        self.data = data
        self.path = path
        self.owner = owner

    @classmethod
    def read(cls, content: str, path: str, owner: str) -> Entries:
        """The top level of a YAML file; empty when the file cannot be read."""
        result = parse_yaml(content, path)
        problems = list(result.problems)
        data = prepared(result.data, "", result.raw)
        if not isinstance(data, dict):
            if not problems:
                problems.append(names_expected().at(result.marks[""], path))
            data = {}
        return cls(result, problems, data, "", owner)

    def __contains__(self, name: str) -> bool:
        return name in self.data

    def __iter__(self) -> Iterator[str]:
        return iter(self.data)

    def where(self, name: str = "") -> Location:
        """Where the value of `name` stands; of the group itself without a name."""
        return locate(self._result.marks, item_path(self.path, name) if name else self.path)

    def where_key(self, name: str) -> Location:
        """Where `name` itself stands."""
        return locate_key(self._result.marks, item_path(self.path, name))

    def report(self, mistake: Mistake, name: str) -> None:
        """Add `mistake` about the value of `name`."""
        self.problems.append(mistake.at(self.where(name), item_path(self.path, name)))

    def report_key(self, mistake: Mistake, name: str) -> None:
        """Add `mistake` about `name` itself."""
        self.problems.append(mistake.at(self.where_key(name), item_path(self.path, name)))

    def require(self, name: str) -> bool:
        """Whether `name` stands there; it is a Problem if not."""
        self._asked[name] = name
        if name in self.data:
            return True
        self.problems.append(missing_key(name, self.owner, self.where()))
        return False

    def get(self, name: str, check: Callable[[Any], T], default: T) -> T:
        """The checked value of `name`; `default` when it is missing or wrong."""
        self._asked[name] = name
        if name not in self.data:
            return default
        try:
            if self.data[name] is None:
                raise Empty
            return check(self.data[name])
        except Mistake as mistake:
            self.report(mistake, name)
            return default

    def group(self, name: str, owner: str = "") -> Entries:
        """The values named below `name`; empty when there are none."""
        self._asked[name] = name
        data = self.data.get(name, {})
        if not isinstance(data, dict):
            self.report(Empty() if data is None else names_expected(), name)
            data = {}
        below = item_path(self.path, name)
        return Entries(self._result, self.problems, data, below, owner or below)

    def plain(self, name: str) -> dict[str, Any]:
        """The group below `name` as YAML gives it, for others to check."""
        self.group(name)
        value = self._plain.get(name)
        return value if isinstance(value, dict) else {}

    def texts(self, name: str) -> dict[str, str]:
        """Text by any name: words by language, addresses by purpose."""
        group = self.group(name)
        return {key: group.get(key, text, "") for key in group}

    def list(self, name: str) -> tuple[str, ...]:
        """A list of words as written."""
        self._asked[name] = name
        items = self.data.get(name, [])
        if not isinstance(items, list):
            self.report(list_expected(), name)
            return ()
        found = []
        for position, item in enumerate(items):
            try:
                found.append(as_written(item))
            except Mistake as mistake:
                self.report(mistake, f"{name}[{position}]")
        return tuple(found)

    def finish(self) -> None:
        """Report the names nobody asked for."""
        for name in self.data:
            if name not in self._asked:
                self.problems.append(unknown_key(name, self._asked, self.owner, self.where_key(name)))
