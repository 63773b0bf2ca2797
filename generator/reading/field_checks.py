"""Values of fields, checked one after the other until the first that is wrong.

Most values are right, and for those pydantic says no more than this, but takes 0.1 s to import and 30 ms for
its models. It is asked, by `schema`, when there is something to explain: all mistakes, each with its place. A
test holds the two against each other.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

from generator.model.kind import Field, FieldType
from generator.reading import address_values, field_values, time_values
from generator.reading.field_values import Check
from generator.reading.mistake import Empty
from generator.reading.value_groups import OPENING_HOURS, PHOTO, POINT, Group

Only = Literal["all", "translatable"]
Table = Callable[[dict[str, Any]], dict[str, Any]]
"""Given values by name -> stored values in the order of the fields. Raises ValueError."""

SIMPLE: dict[FieldType, Check] = {
    FieldType.TEXT: field_values.text,
    FieldType.SLUG: address_values.slug,
    FieldType.MARKDOWN: field_values.markdown,
    FieldType.DATE: time_values.day,
    FieldType.DATETIME: time_values.moment,
    FieldType.NUMBER: field_values.number,
    FieldType.BOOLEAN: field_values.boolean,
    FieldType.TERM: field_values.word,
    FieldType.URL: address_values.url,
    FieldType.EMAIL: address_values.email,
    FieldType.RELATION: address_values.relation,
}
"""Checks of types that hold one value."""


def filled(value: Any) -> Any:
    """What is required, if there is something in it."""
    if value == "" or value == []:
        raise Empty
    return value


def named(value: object) -> object:
    """A photo's name alone is short for a group with a name."""
    return value if isinstance(value, (dict, list)) else {"name": value}


def _listed(check: Check) -> Check:
    def checked(value: Any) -> list[Any]:
        if type(value) is not list:
            raise ValueError
        return [check(item) for item in value]

    return checked


def _grouped(group: Group) -> Check:
    table, whole = _table(group), group.whole

    def checked(value: Any) -> dict[str, Any]:
        if type(value) is not dict:
            raise ValueError
        found = table(value)
        if whole is not None:
            whole(found)
        return found

    return checked


def _check(field: Field, group: Group) -> Check:
    """The check of `field`, which is one of `group` or an item of one."""
    if field.name in group.checks:
        return group.checks[field.name]
    match field.type:
        case FieldType.LIST:
            return _listed(_check(field.of, group) if field.of else field_values.text)
        case FieldType.OBJECT:
            return _grouped(group.groups.get(field.name) or Group(field.fields))
        case FieldType.POINT:
            return _grouped(POINT)
        case FieldType.OPENING_HOURS:
            return _grouped(OPENING_HOURS)
        case FieldType.PHOTO:
            photo = _grouped(PHOTO)
            return lambda value: photo(named(value))
        case FieldType.LANGUAGES:
            return _listed(address_values.language)
        case FieldType.CHOICE:
            return field_values.choice(field.choices)
        case _:
            return SIMPLE[field.type]


def _table(group: Group, complete: bool = True) -> Table:
    """See Table; with `complete` False, required fields may be missing."""
    checks = [(field.name, _check(field, group), field.required) for field in group.fields]

    def checked(given: dict[str, Any]) -> dict[str, Any]:
        found = {}
        for name, check, required in checks:
            if name in given:
                value = check(given[name])
                found[name] = filled(value) if required else value
            elif required and complete:
                raise ValueError
        if len(found) != len(given):
            raise ValueError
        return found

    return checked


# The key is the identity of the tuple (fields hold dicts, so they have no hash); the tuple is kept, so no id
# is used twice.
_made: dict[tuple[int, Only], tuple[tuple[Field, ...], Table]] = {}


def table_of(fields: tuple[Field, ...], only: Only) -> Table:
    """The table for all `fields` or the translatable ones; top-level ones may be missing."""
    key = (id(fields), only)
    if key not in _made:
        if len(_made) >= 200:  # a preview server that reloads kinds all day
            _made.clear()
        chosen = fields if only == "all" else tuple(field for field in fields if field.translatable)
        _made[key] = (fields, _table(Group(chosen), complete=False))
    return _made[key][1]
