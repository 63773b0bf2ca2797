"""The plain texts of fields, set as they are printed in the language they are written in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.model.kind import Field, FieldType
from generator.reading.markdown.typography import typeset


def printed(fields: tuple[Field, ...], values: Mapping[str, Any], language: str) -> dict[str, Any]:
    """`values` with the TEXT in `fields` typeset; what belongs to other fields stays as it is."""
    known = {field.name: field for field in fields}
    return {
        name: _printed(known[name], value, language) if name in known else value
        for name, value in values.items()
    }


def _printed(field: Field, value: Any, language: str) -> Any:
    if field.type is FieldType.TEXT and isinstance(value, str):
        return typeset(value, language)
    if field.type is FieldType.LIST and field.of is not None and isinstance(value, list):
        return [_printed(field.of, item, language) for item in value]
    if field.type is FieldType.OBJECT and isinstance(value, dict):
        return printed(field.fields, value, language)
    return value
