"""Fields of a kind or a block, checked: written data -> stored values and all Problems at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from generator.model.kind import Field, FieldType, leaves
from generator.model.problem import N_, Location, Problem, problem
from generator.model.story import Reference
from generator.reading.field_checks import Only, table_of
from generator.reading.field_values import shown
from generator.reading.key_paths import around, item_path, locate, locate_key
from generator.reading.mistake import (
    Mistake,
    empty_value,
    list_expected,
    missing_key,
    names_expected,
    prepared,
    unknown_key,
)

if TYPE_CHECKING:
    from generator.reading.field_models import Shape


def _key_path(steps: tuple[int | str, ...]) -> str:
    path = ""
    for step in steps:
        path = f"{path}[{step}]" if isinstance(step, int) else item_path(path, step)
    return path


class _Context:
    """Where the data stands and what it belongs to."""

    def __init__(self, marks: Mapping[str, Location], path: str, owner: str) -> None:
        self.marks = dict(marks) if "" in marks else {"": Location(path), **marks}
        self.owner = owner

    def explain(self, error: Any, shape: Shape) -> Problem:
        """The Problem behind one of pydantic's errors."""
        steps: tuple[int | str, ...] = error["loc"]
        path = _key_path(steps)
        where = locate(self.marks, path)
        mistake = error.get("ctx", {}).get("error")
        if isinstance(mistake, Mistake):
            return mistake.at(where, path)
        match error["type"]:
            case "extra_forbidden":
                group = _group(shape, steps[:-1])
                owner = around(path) or self.owner
                return unknown_key(str(steps[-1]), group.spelled, owner, locate_key(self.marks, path))
            case "missing":
                if f"{path}:key" in self.marks:
                    return empty_value(path, self.marks[f"{path}:key"])
                return missing_key(str(steps[-1]), around(path) or self.owner, where)
            case "list_type":
                return list_expected().at(where, path)
            case _:
                names = _group(shape, steps).spelled if error["type"].startswith("model_") else {}
                return Mistake(
                    "group-expected",
                    N_("{field} should be a group of named values."),
                    N_('Write each as "name: value" on a line of its own, indented. Known names: {names}'),
                    names=", ".join(dict.fromkeys(names.values())),
                ).at(where, path)


def _group(shape: Shape, steps: tuple[int | str, ...]) -> Shape:
    for step in steps:
        if isinstance(step, str):
            shape = shape.inner.get(step) or shape
    return shape


def _without_empty(value: Any) -> Any:
    """A name with nothing after it says no more than no line at all. Empty items of lists stay: mistakes."""
    if isinstance(value, dict):
        return {str(key): _without_empty(inner) for key, inner in value.items() if inner is not None}
    if isinstance(value, list):
        return [_without_empty(inner) for inner in value]
    return value


def _checked(shape: Shape, data: dict[str, Any]) -> dict[str, Any]:
    values: dict[str, Any] = shape.model.model_validate(data).model_dump(by_alias=True, exclude_unset=True)
    return values


def validate(
    fields: tuple[Field, ...],
    data: object,
    marks: Mapping[str, Location],
    raw: Mapping[str, str],
    path: str,
    *,
    languages: tuple[str, ...],
    only: Only = "all",
    owner: str,
) -> tuple[dict[str, Any], tuple[Problem, ...]]:
    """Stored values of `data`, as `FieldType` describes them, and everything that is wrong with it.

    `data`, `marks` and `raw` are those of a `YamlResult`; `languages` are the site's, the source language
    first; `owner` is the kind or block the fields belong to, for messages. A field that is wrong, or that
    holds something wrong, is left out of the values. ``only="translatable"`` makes a shared field a mistake.
    """
    context = _Context(marks, path, owner)
    if data is None:
        data = {}
    if not isinstance(data, dict):
        return {}, (_not_a_group(data, context.marks[""]),)
    given = _without_empty(prepared(data, "", raw))
    problems = []
    if only == "translatable":
        for field in fields:
            if not field.translatable and given.pop(field.name, None) is not None:
                where = locate_key(context.marks, field.name)
                problems.append(_shared(field.name, languages[0] if languages else "", where))
    for field in fields:
        if field.required and field.name not in given and (only == "all" or field.translatable):
            where = locate_key(context.marks, field.name)
            problems.append(
                empty_value(field.name, where)
                if field.name in data
                else missing_key(field.name, owner, where)
            )
    try:
        return table_of(fields, only)(given), tuple(problems)
    except ValueError:
        values, mistakes = _explained(fields, only, given, context)
        return values, (*problems, *mistakes)


def _explained(
    fields: tuple[Field, ...], only: Only, given: dict[str, Any], context: _Context
) -> tuple[dict[str, Any], list[Problem]]:
    """The values that are right, and what is wrong with each of the others."""
    from pydantic import ValidationError

    from generator.reading.field_models import shape_of

    shape = shape_of(fields, only)
    try:
        return _checked(shape, given), []
    except ValidationError as wrong:
        errors = wrong.errors(include_url=False, include_input=False)
    bad = {error["loc"][0] for error in errors if error["loc"]}
    right = {key: value for key, value in given.items() if key not in bad}
    return _checked(shape, right), [context.explain(error, shape) for error in errors]


def _shared(field: str, source: str, where: Location) -> Problem:
    return problem(
        "shared-field",
        where,
        N_('"{field}" is the same in all languages and belongs in the {source} file only.'),
        N_("Move the line there, or remove it."),
        field=field,
        source=source,
    )


def _not_a_group(data: object, where: Location) -> Problem:
    key, colon, value = data.partition(":") if isinstance(data, str) else ("", "", "")
    if not colon or not key or " " in key:
        return names_expected().at(where, where.path)
    return problem(
        "space-after-colon",
        where,
        N_('There is no space after the colon in "{text}".'),
        N_("Write it like this: {example}"),
        text=shown(data),
        example=shown(f"{key}: {value}"),
    )


def references(
    fields: tuple[Field, ...], values: Mapping[str, Any], marks: Mapping[str, Location], path: str
) -> tuple[Reference, ...]:
    """What validated `values` point at: stories, photos and terms, each with its location in the file."""
    found = []
    known = dict(marks) if "" in marks else {"": Location(path), **marks}
    for field in fields:
        for key_path, leaf, value in leaves(field, values.get(field.name), field.name):
            sort, target, described = "", value, False
            if leaf.type is FieldType.RELATION:
                sort = "story"
            elif leaf.type is FieldType.TERM:
                sort = f"term:{leaf.vocabulary}"
            elif leaf.type is FieldType.PHOTO and isinstance(value, dict):
                sort, target, described = "photo", value["name"], bool(value.get("alt"))
            if sort:
                where = known.get(f"{key_path}.name") or locate(known, key_path)
                found.append(
                    Reference(sort, str(target), where, field=field.name, kinds=leaf.to, described=described)
                )
    return tuple(found)


def _with_markdown(
    fields: tuple[Field, ...], values: Mapping[str, Any], path: str, parse: Callable[[str, str], object]
) -> dict[str, Any]:
    known = {field.name: field for field in fields}

    def replaced(field: Field, value: Any, key_path: str) -> Any:
        if field.type is FieldType.MARKDOWN and isinstance(value, str):
            return parse(value, key_path)
        if field.type is FieldType.LIST and field.of is not None and isinstance(value, list):
            of = field.of
            return [replaced(of, item, f"{key_path}[{position}]") for position, item in enumerate(value)]
        if field.type is FieldType.OBJECT and isinstance(value, dict):
            return _with_markdown(field.fields, value, key_path, parse)
        return value

    return {
        key: replaced(known[key], value, item_path(path, key)) if key in known else value
        for key, value in values.items()
    }


def with_markdown(
    fields: tuple[Field, ...], values: Mapping[str, Any], parse: Callable[[str, str], object]
) -> dict[str, Any]:
    """`values` with every MARKDOWN text replaced by ``parse(text, key_path)``."""
    return _with_markdown(fields, values, "", parse)
