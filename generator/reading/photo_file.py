"""The sidecar of a picture: what it shows in each language, whose it is, who may see it and until when."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from generator.model.kind import Field, FieldType
from generator.model.photo import LICENCES
from generator.model.problem import N_, Location, Problem, problem
from generator.reading.schema import validate
from generator.reading.yaml_text import parse_yaml

BASES = ("consent", "contract", "public-interest", "public-event", "not-recognisable")
"""Grounds on which a recognisable person may be shown."""


class Sidecar(NamedTuple):
    """What a sidecar says; `said` has the keys of `fields_of`."""

    said: dict[str, Any]
    problems: tuple[Problem, ...]


def _text(name: str, **more: Any) -> Field:
    return Field(name, FieldType.TEXT, label={"sv": name, "en": name}, **more)


def _number(name: str, required: bool = False) -> Field:
    return Field(name, FieldType.NUMBER, required=required)


def _words(name: str, languages: tuple[str, ...]) -> Field:
    return Field(name, FieldType.OBJECT, fields=tuple(_text(tag) for tag in languages))


@lru_cache(maxsize=8)
def fields_of(languages: tuple[str, ...]) -> tuple[Field, ...]:
    """The fields of a sidecar on a site with these languages."""
    box = tuple(_number(name, required=True) for name in ("left", "top", "width", "height"))
    ratios = ("1:1", "4:5", "3:4", "4:3", "3:2", "16:9", "2:1", "40:21")
    person = (
        _text("name", required=True),
        Field("basis", FieldType.CHOICE, required=True, choices={basis: {} for basis in BASES}),
        _text("reference"),
        _text("scope"),
        Field("expires", FieldType.DATE),
        _text("contact"),
    )
    return (
        _words("alt", languages),
        Field("decorative", FieldType.BOOLEAN),
        _words("caption", languages),
        _text("credit", required=True),
        Field("licence", FieldType.CHOICE, required=True, choices={name: {} for name in LICENCES}),
        _text("licence_text"),
        Field("licence_expires", FieldType.DATE),
        _text("source"),
        Field("focus", FieldType.OBJECT, fields=(_number("x", required=True), _number("y", required=True))),
        Field(
            "crops",
            FieldType.OBJECT,
            fields=tuple(Field(ratio, FieldType.OBJECT, fields=box) for ratio in ratios),
        ),
        Field("taken", FieldType.DATE),
        _text("place"),
        Field("people", FieldType.LIST, of=Field("person", FieldType.OBJECT, fields=person)),
    )


def read_sidecar(text: str, path: str, languages: tuple[str, ...]) -> Sidecar:
    """Read a sidecar; `languages` are the site's, the source language first."""
    parsed = parse_yaml(text, path)
    if parsed.data is None and parsed.problems:
        return Sidecar({}, parsed.problems)
    said, mistakes = validate(
        fields_of(languages), parsed.data, parsed.marks, parsed.raw, path, languages=languages, owner=path
    )
    found = [*parsed.problems, *mistakes]
    top = Location(path)
    marks = parsed.marks
    if not said.get("alt") and not said.get("decorative"):
        found.append(
            problem(
                "alt-missing",
                marks.get("alt", top),
                N_("The picture has no description for those who cannot see it."),
                N_("Add alt with a text per language, or decorative: true if it says nothing."),
            )
        )
    elif said.get("alt") and languages[0] not in said["alt"] and not said.get("decorative"):
        found.append(
            problem(
                "alt-missing",
                marks.get("alt", top),
                N_("The description in {language}, the language stories are written in, is missing."),
                N_("Add it under alt."),
                language=languages[0],
            )
        )
    if said.get("licence") == "own" and not said.get("licence_text"):
        found.append(
            problem(
                "licence-text-missing",
                marks.get("licence", top),
                N_("A licence of one's own needs its words."),
                N_("Add licence_text: what others may do with the picture."),
            )
        )
    for name, box in [("focus", said.get("focus")), *(said.get("crops") or {}).items()]:
        if box and not all(0 <= value <= 1 for value in box.values()):
            found.append(
                problem(
                    "share-expected",
                    marks.get(name) or marks.get(f"crops.{name}", top),
                    N_("{name} is given in shares of the picture, from 0 to 1."),
                    N_("The middle is 0.5; the upper left corner is 0, 0."),
                    name=name,
                )
            )
            said = {**said, "focus": None, "crops": {}}
    return Sidecar(said, tuple(found))


def ends_of(said: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """(ISO date, why) of everything after which the picture may not be shown, earliest first."""
    ends = [
        (person["expires"], person["name"]) for person in said.get("people") or () if person.get("expires")
    ]
    if said.get("licence_expires"):
        ends.append((said["licence_expires"], ""))
    return tuple(sorted(ends))
