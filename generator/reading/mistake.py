"""What a check raises inside this room about one value; with a location it becomes a Problem."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.model.problem import N_, Location, Problem, problem
from generator.reading.key_paths import item_path
from generator.reading.suggest import closest_of


@dataclass(frozen=True, slots=True)
class Written:
    """A scalar that YAML did not read as text, with the text that was written."""

    value: int | float | bool | None
    text: str


def prepared(value: Any, path: str, raw: Mapping[str, str]) -> Any:
    """`value` of a `YamlResult` with `Written` for scalars that are no text."""
    if isinstance(value, dict):
        return {key: prepared(inner, item_path(path, key), raw) for key, inner in value.items()}
    if isinstance(value, list):
        return [prepared(inner, f"{path}[{position}]", raw) for position, inner in enumerate(value)]
    if value is None or isinstance(value, str) or path not in raw:
        return value
    return Written(value, raw[path])


class Mistake(ValueError):  # noqa: N818 - the writer's, no error of ours
    """A check's objection to one value. The slots of message and hint are filled from `values`.

    The slot ``{field}`` is filled by whoever knows where the value stands. A ValueError, because that is
    what pydantic collects.
    """

    def __init__(self, code: str, message: str, hint: str = "", **values: Any) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint
        self.values: dict[str, Any] = values

    def at(self, location: Location, field: str) -> Problem:
        """The Problem this is at `location`."""
        return problem(self.code, location, self.message, self.hint, field=field, **self.values)


class Empty(Mistake):
    """Nothing where something is needed."""

    def __init__(self) -> None:
        super().__init__("empty-value", N_("{field} is empty."), N_("Write something or remove the line."))


def list_expected() -> Mistake:
    """Something else where a list belongs."""
    return Mistake(
        "list-expected",
        N_("{field} should be a list."),
        N_("Write [one, two], or each on a line of its own beginning with a hyphen and a space."),
    )


def names_expected() -> Mistake:
    """Something else where names with values belong."""
    return Mistake(
        "names-expected",
        N_("{field} should hold names with values."),
        N_('Write each as "name: value" on a line of its own.'),
    )


def unknown_key(key: str, names: Mapping[str, str], owner: str, where: Location) -> Problem:
    """A name nobody asked for. `names` maps what people may write to the names that are known."""
    if meant := closest_of(key, names):
        return problem(
            "unknown-key",
            where,
            N_('"{key}" is not known in {owner}. Did you mean "{meant}"?'),
            N_('Write "{meant}", or remove the line.'),
            key=key,
            meant=meant,
            owner=owner,
        )
    return problem(
        "unknown-key",
        where,
        N_('"{key}" is not known in {owner}.'),
        N_("These names can be used: {names}"),
        key=key,
        owner=owner,
        names=", ".join(dict.fromkeys(names.values())),
    )


def missing_key(field: str, owner: str, where: Location) -> Problem:
    """A required name that does not stand there at all."""
    return problem(
        "missing-field",
        where,
        N_('"{field}" is missing in {owner}.'),
        N_('Add a line that begins with "{field}:".'),
        field=field,
        owner=owner,
    )


def empty_value(field: str, where: Location) -> Problem:
    """A name that stands there with nothing after it, or with less than nothing."""
    return Empty().at(where, field)
