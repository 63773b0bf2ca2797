"""``schema:`` of a kind: what its stories and their fields are in the words of schema.org."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from generator.model.kind import Field, FieldType, Property, Schema
from generator.model.problem import N_
from generator.reading.entries import Entries
from generator.reading.field_values import as_written, shown
from generator.reading.mistake import Mistake
from generator.reading.suggest import closest

_TYPE = re.compile(r"[A-Z0-9][A-Za-z0-9]*", re.ASCII)
_PROPERTY = re.compile(r"[a-z][A-Za-z0-9]*", re.ASCII)


def _type(value: object) -> str:
    said = as_written(value)
    if _TYPE.fullmatch(said):
        return said
    raise Mistake(
        "schema-type",
        N_('"{text}" is not written like a type of schema.org.'),
        N_("Types begin with a capital letter and have no spaces, for instance TouristAttraction."),
        text=shown(said),
    )


def _property(value: object) -> str:
    said = as_written(value)
    if _PROPERTY.fullmatch(said):
        return said
    raise Mistake(
        "schema-property",
        N_('"{text}" is not written like a property of schema.org.'),
        N_("Properties begin with a small letter and have no spaces, for instance startDate."),
        text=shown(said),
    )


def _known(group: Entries, fields: Mapping[str, Field], name: str) -> bool:
    if name in fields:
        return True
    group.report_key(
        Mistake(
            "schema-field",
            N_('There is no field "{name}" to describe. Nearest: "{meant}".'),
            N_("Write the name of one of the kind's fields."),
            name=shown(name),
            meant=closest(name, fields) or next(iter(fields), ""),
        ),
        name,
    )
    return False


def _inner(field: Field) -> Mapping[str, Field]:
    held = field.of if field.type is FieldType.LIST and field.of else field
    return {each.name: each for each in held.fields}


def _properties(group: Entries, fields: Mapping[str, Field]) -> dict[str, Property]:
    found: dict[str, Property] = {}
    for name in group:
        if not _known(group, fields, name):
            continue
        if not isinstance(group.data[name], dict):
            if said := group.get(name, _property, ""):
                found[name] = Property(said)
            continue
        wrapped = group.group(name)
        for needed in ("as", "type"):
            wrapped.require(needed)
        inner = wrapped.group("properties")
        known = _inner(fields[name])
        found[name] = Property(
            wrapped.get("as", _property, ""),
            wrapped.get("type", _type, ""),
            wrapped.get("value", _property, ""),
            {key: inner.get(key, _property, "") for key in inner if _known(inner, known, key)},
        )
        wrapped.finish()
    return {name: each for name, each in found.items() if each.name}


def _schema(entries: Entries, fields: Mapping[str, Field]) -> Schema:
    also: dict[str, dict[str, str]] = {}
    outer = entries.group("also")
    for name in outer:
        if _known(outer, fields, name):
            group = outer.group(name)
            also[name] = {value: group.get(value, _type, "") for value in group}
    instead: dict[str, Schema] = {}
    outer = entries.group("instead")
    for name in outer:
        if _known(outer, fields, name):
            instead[name] = _schema(outer.group(name), fields)
    schema = Schema(
        entries.get("type", _type, "Article"),
        entries.get("page", _type, ""),
        _properties(entries.group("properties"), fields),
        also,
        instead,
    )
    entries.finish()
    return schema


def read_schema(entries: Entries, fields: Sequence[Field]) -> Schema:
    """The ``schema:`` of a kind: a type alone, or a type with what the kind's fields are."""
    if isinstance(entries.data.get("schema", ""), dict):
        return _schema(entries.group("schema"), {field.name: field for field in fields})
    return Schema(entries.get("schema", _type, "Article"))
