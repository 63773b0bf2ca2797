"""Pydantic models made from the fields of a kind or a block. Only `schema` asks for them, and only when
something is wrong.

A model per group of fields; an attribute per field, named by position and reached by its alias, so that no
field name (``schema``, ``copy``, ``model_config``) can meet a name of pydantic's.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, NamedTuple

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, PlainValidator, create_model
from pydantic import Field as Entry

from generator.model.kind import Field, FieldType
from generator.reading import address_values, field_values
from generator.reading.field_checks import SIMPLE, Only, filled, named
from generator.reading.field_values import Check
from generator.reading.suggest import spellings
from generator.reading.value_groups import OPENING_HOURS, PHOTO, POINT, Group


class Shape(NamedTuple):
    """A model, what people may call its fields, and the shapes of those that hold groups."""

    model: Any
    spelled: Mapping[str, str]
    inner: Mapping[str, Shape | None]


class _Type(NamedTuple):
    """What pydantic is to check a field with, and the shape of the group it holds, if any."""

    annotation: Any
    shape: Shape | None = None


class _Base(BaseModel):
    model_config = ConfigDict(extra="forbid")


def _checked(check: Check) -> _Type:
    return _Type(Annotated[Any, PlainValidator(check)])


def _grouped(name: str, group: Group) -> _Type:
    shape = _shape(name, group)
    whole = group.whole
    if whole is None:
        return _Type(shape.model, shape)

    def check(value: BaseModel) -> BaseModel:
        whole(value.model_dump(by_alias=True, exclude_unset=True))
        return value

    return _Type(Annotated[shape.model, AfterValidator(check)], shape)


def _type(field: Field, group: Group) -> _Type:
    """The type of `field`, which is one of `group` or an item of one."""
    if field.name in group.checks:
        return _checked(group.checks[field.name])
    match field.type:
        case FieldType.LIST:
            held = _type(field.of, group) if field.of else _checked(field_values.text)
            return _Type(list[held.annotation], held.shape)  # type: ignore[name-defined]
        case FieldType.OBJECT:
            return _grouped(field.name, group.groups.get(field.name) or Group(field.fields))
        case FieldType.POINT:
            return _grouped(field.name, POINT)
        case FieldType.OPENING_HOURS:
            return _grouped(field.name, OPENING_HOURS)
        case FieldType.PHOTO:
            held = _grouped(field.name, PHOTO)
            return _Type(Annotated[held.annotation, BeforeValidator(named)], held.shape)
        case FieldType.LANGUAGES:
            return _Type(list[Annotated[Any, PlainValidator(address_values.language)]])
        case FieldType.CHOICE:
            return _checked(field_values.choice(field.choices))
        case _:
            return _checked(SIMPLE[field.type])


def _shape(name: str, group: Group, complete: bool = True) -> Shape:
    """The shape of `group`; with `complete` False, required fields may be missing."""
    entries: dict[str, Any] = {}
    inner: dict[str, Shape | None] = {}
    for position, field in enumerate(group.fields):
        annotation, inner[field.name] = _type(field, group)
        if field.required:
            annotation = Annotated[annotation, AfterValidator(filled)]
        default = ... if field.required and complete else None
        entries[f"f{position}"] = (annotation, Entry(default, alias=field.name))
    return Shape(create_model(name, __base__=_Base, **entries), spellings(group.fields), inner)


# Making a kind's model takes some milliseconds, checking a story with it microseconds. The key is the
# identity of the tuple (fields hold dicts, so they have no hash); the tuple is kept, so no id is used twice.
_made: dict[tuple[int, Only], tuple[tuple[Field, ...], Shape]] = {}


def shape_of(fields: tuple[Field, ...], only: Only) -> Shape:
    """The shape for all `fields` or the translatable ones; top-level ones may be missing."""
    key = (id(fields), only)
    if key not in _made:
        if len(_made) >= 200:  # a preview server that reloads kinds all day
            _made.clear()
        chosen = fields if only == "all" else tuple(field for field in fields if field.translatable)
        _made[key] = (fields, _shape("Fields", Group(chosen), complete=False))
    return _made[key][1]
