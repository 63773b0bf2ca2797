"""The vocabulary of schema.org, read from a copy of its own file, as a judge of what we say in its words."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

PATH = Path(
    os.environ.get("PULSEN_FIXTURES", "nowhere"),
    "9-schemas/schemaorg-30.0/data/releases/30.0/schemaorg-current-https.jsonld",
)
IRI = "https://schema.org/"
TEXTS = {"Text", "URL", "Date", "DateTime", "Time", "CssSelectorType", "XPathType", "PronounceableText"}
NUMBERS = {"Number", "Integer", "Float"}
KEYWORDS = {"@type", "@id", "query-input"}
"""``query-input`` is how schema.org/docs/actions.html writes an input's constraints in short."""


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _names(value: Any) -> set[str]:
    return {each["@id"].removeprefix("schema:") for each in _list(value)}


class Vocabulary:
    """Types and properties of schema.org."""

    def __init__(self, path: Path = PATH) -> None:
        graph = json.loads(path.read_text("utf-8"))["@graph"]
        self._nodes = {node["@id"].removeprefix("schema:"): node for node in graph}

    @cached_property
    def _above(self) -> dict[str, set[str]]:
        return {name: _names(node.get("rdfs:subClassOf")) for name, node in self._nodes.items()}

    def types(self, name: str) -> set[str]:
        """A type and everything it is besides."""
        found, left = set(), [name]
        while left:
            each = left.pop()
            if each not in found:
                found.add(each)
                left.extend(self._above.get(each, ()))
        return found

    def mistakes(self, graph: list[dict[str, Any]]) -> Iterator[str]:
        """Sentences about everything in a graph that the vocabulary does not allow."""
        named = {node["@id"]: node for node in graph if "@id" in node}
        for node in graph:
            yield from self._node(node, named, node.get("@id", "?"))

    def _node(self, node: dict[str, Any], named: dict[str, Any], where: str) -> Iterator[str]:
        own: set[str] = set()
        for name in _list(node.get("@type")):
            if self._nodes.get(name, {}).get("@type") != "rdfs:Class":
                yield f"{where}: there is no type {name}"
            own |= self.types(name)
        if not own:
            yield f"{where}: a node without a type"
        for name, value in node.items():
            if name in KEYWORDS:
                continue
            said = self._nodes.get(name)
            if said is None or said["@type"] != "rdf:Property":
                yield f"{where}: there is no property {name}"
                continue
            if "schema:supersededBy" in said:
                yield f"{where}: {name} is out of use"
            if not own & _names(said.get("schema:domainIncludes")):
                yield f"{where}: {name} is no property of {node.get('@type')}"
            for each in _list(value):
                yield from self._value(
                    name, each, _names(said.get("schema:rangeIncludes")), named, f"{where} {name}"
                )

    def _value(
        self, name: str, value: Any, wanted: set[str], named: dict[str, Any], where: str
    ) -> Iterator[str]:
        if isinstance(value, dict):
            node = value
            if value.keys() == {"@id"}:
                node = named.get(value["@id"], {})
                if not node:
                    yield f"{where}: nothing in the page is called {value['@id']}"
                    return
            types = set().union(*(self.types(each) for each in _list(node.get("@type"))))
            if not types & wanted:
                yield f"{where}: wants {sorted(wanted)}, not {node.get('@type')}"
            if node is value:
                yield from self._node(value, named, where)
        elif isinstance(value, bool):
            if "Boolean" not in wanted:
                yield f"{where}: {value} where {sorted(wanted)} is wanted"
        elif isinstance(value, int | float):
            if not wanted & (NUMBERS | {"Text"}):
                yield f"{where}: {value} where {sorted(wanted)} is wanted"
        elif value.startswith(IRI) and (member := self._nodes.get(value.removeprefix(IRI))):
            if not {each.removeprefix("schema:") for each in _list(member["@type"])} & wanted:
                yield f"{where}: {value} where {sorted(wanted)} is wanted"
        elif not wanted & TEXTS and not (value.startswith("https://") and wanted - NUMBERS):
            yield f"{where}: {value!r} where {sorted(wanted)} is wanted"
