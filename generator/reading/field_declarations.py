"""The grammar in which kinds and blocks declare their fields."""

from __future__ import annotations

import re

from generator.model.kind import Field, FieldType
from generator.model.language import Words
from generator.model.problem import N_
from generator.reading.entries import Entries
from generator.reading.field_values import as_written, boolean, shown
from generator.reading.mistake import Mistake
from generator.reading.suggest import closest

_NAME = re.compile(r"[a-z][a-z0-9_]*")


def _type(value: object) -> FieldType:
    said = as_written(value)
    known = [each.value for each in FieldType]
    if said in known:
        return FieldType(said)
    if meant := closest(said, known):
        raise Mistake(
            "field-type",
            N_('There is no type "{text}" for a field. Did you mean "{meant}"?'),
            N_("Types: {known}"),
            text=shown(said),
            meant=meant,
            known=", ".join(known),
        )
    raise Mistake(
        "field-type",
        N_('There is no type "{text}" for a field.'),
        N_("Types: {known}"),
        text=shown(said),
        known=", ".join(known),
    )


def _choices(entries: Entries) -> dict[str, Words]:
    group = entries.group("choices")
    if "choices" in entries and not group.data:
        entries.report(
            Mistake(
                "choices-empty",
                N_("{field} offers nothing to choose from."),
                N_("Write the key of each choice on a line of its own, with its labels per language."),
            ),
            "choices",
        )
    return {key: group.texts(key) for key in group}


def _field(entries: Entries, name: str) -> Field | None:
    """The field declared by `entries`; None when its type is not known."""
    before = len(entries.problems)
    type_ = entries.get("type", _type, FieldType.TEXT) if entries.require("type") else FieldType.TEXT
    usable = len(entries.problems) == before
    required = entries.get("required", boolean, False)
    translatable = entries.get("translatable", boolean, False)
    label, help_ = entries.texts("label"), entries.texts("help")
    of: Field | None = None
    fields: tuple[Field, ...] = ()
    choices: dict[str, Words] = {}
    to: tuple[str, ...] = ()
    vocabulary = ""
    match type_:
        case FieldType.LIST:
            usable &= entries.require("of")
            of = _field(entries.group("of", f"{name} (of)"), name) if "of" in entries else None
            usable &= of is not None
        case FieldType.OBJECT:
            usable &= entries.require("fields")
            fields = read_fields(entries.group("fields"))
        case FieldType.CHOICE:
            usable &= entries.require("choices")
            choices = _choices(entries)
        case FieldType.TERM:
            usable &= entries.require("vocabulary")
            vocabulary = entries.get("vocabulary", as_written, "")
        case FieldType.RELATION:
            to = entries.list("to")
        case _:
            pass
    if usable:
        entries.finish()
        return Field(name, type_, required, translatable, label, help_, of, fields, choices, to, vocabulary)
    return None


def read_fields(group: Entries) -> tuple[Field, ...]:
    """The fields that `group` declares, by name. A field that is declared wrongly is left out."""
    found = []
    for name in group:
        if not _NAME.fullmatch(name):
            group.report_key(
                Mistake(
                    "field-name",
                    N_('"{name}" cannot be the name of a field.'),
                    N_("Use lower-case letters a-z, digits and underscores."),
                    name=shown(name),
                ),
                name,
            )
            continue
        entries = group.group(name, name)
        field = _field(entries, name) if isinstance(group.data[name], dict) else None
        if field is not None:
            found.append(field)
    return tuple(found)
