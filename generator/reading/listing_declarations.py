"""What a kind says of its listing: by which fields readers narrow it, what passes, what stands together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from generator.model.kind import Facet, Field, FieldType, Occurs
from generator.model.problem import N_
from generator.reading.address_values import slug
from generator.reading.entries import Entries
from generator.reading.field_values import as_written, boolean, shown
from generator.reading.mistake import Mistake
from generator.reading.suggest import closest

_SINGLE = (FieldType.BOOLEAN, FieldType.CHOICE, FieldType.TERM, FieldType.LANGUAGES)


def divides(field: Field) -> bool:
    """Whether the values of a field can sort stories: yes or no, choices, terms, languages, lists of such.

    A list of groups counts if each begins with a choice, such as the features of a place's access.
    """
    if field.type is FieldType.LIST and field.of is not None:
        inner = field.of
        return inner.type in (FieldType.CHOICE, FieldType.TERM) or (
            inner.type is FieldType.OBJECT and bool(inner.fields) and inner.fields[0].type is FieldType.CHOICE
        )
    return field.type in _SINGLE


def _check_name(
    fields: Iterable[Field], fits: Callable[[Field], bool], wanted: str
) -> Callable[[object], str]:
    names = [field.name for field in fields if fits(field)]

    def check(value: object) -> str:
        said = as_written(value)
        if said in names:
            return said
        raise Mistake(
            "listing-field",
            N_('{field} names "{name}", which is no field that can be used so. Nearest: "{meant}".'),
            wanted,
            name=shown(said),
            meant=closest(said, names) or (names[0] if names else "-"),
        )

    return check


def read_facets(entries: Entries, fields: Sequence[Field]) -> tuple[Facet, ...]:
    """``facets``: names of fields, each with the segment of its address per language, or with nothing."""
    check = _check_name(fields, divides, N_("Use a field of yes or no, choices, terms or languages."))
    group = entries.group("facets")
    found = []
    for name in group:
        try:
            check(name)
        except Mistake as mistake:
            group.report_key(mistake, name)
            continue
        inner = group.group(name)
        segments = inner.group("segment")
        words = {tag: segments.get(tag, slug, "") for tag in segments}
        found.append(Facet(name, words, inner.get("pages", boolean, True)))
        inner.finish()
    return tuple(found)


def _tells_how(field: Field) -> bool:
    parts = {each.name: each for each in field.fields}
    return "every" in parts and set(parts["every"].choices) <= {"day", "week", "month", "year"}


def _lists_days(field: Field) -> bool:
    return field.type is FieldType.LIST and field.of is not None and field.of.type is FieldType.DATE


def read_occurs(entries: Entries, fields: Sequence[Field]) -> Occurs | None:
    """``occurs``: the fields for start, end and all_day; None when the kind's stories do not pass."""
    if "occurs" not in entries:
        return None
    group = entries.group("occurs")
    times = (FieldType.DATE, FieldType.DATETIME)
    when = _check_name(fields, lambda field: field.type in times, N_("Use a field for a date or a time."))
    whether = _check_name(
        fields, lambda field: field.type is FieldType.BOOLEAN, N_("Use a field of yes or no.")
    )
    group.require("start")
    how = _check_name(
        fields, _tells_how, N_("Use a group of fields with every, a choice of day, week, month and year.")
    )
    days = _check_name(fields, _lists_days, N_("Use a list of dates."))
    occurs = Occurs(
        group.get("start", when, ""),
        group.get("end", when, ""),
        group.get("all_day", whether, ""),
        group.get("repeats", how, ""),
        group.get("skips", days, ""),
    )
    group.finish()
    return occurs if occurs.start else None


def read_group(entries: Entries, fields: Sequence[Field]) -> str:
    """``group``: a field of choices, or nothing."""
    check = _check_name(
        fields, lambda field: field.type is FieldType.CHOICE, N_("Use a field that offers choices.")
    )
    return entries.get("group", check, "")
