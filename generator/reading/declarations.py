"""Kinds, vocabularies and block types, from the YAML files that declare them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.model.kind import BlockType, Field, Kind, Term
from generator.model.problem import N_, Problem
from generator.reading.address_values import slug
from generator.reading.entries import Entries
from generator.reading.field_declarations import read_fields
from generator.reading.field_values import as_written, boolean, shown, text
from generator.reading.linked_data import read_schema
from generator.reading.listing_declarations import read_facets, read_group, read_occurs
from generator.reading.mistake import Mistake
from generator.reading.suggest import closest

_FOLDER = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")


def _stem(path: str) -> str:
    return path.rpartition("/")[2].partition(".")[0]


def _folder(value: object) -> str:
    said = as_written(value)
    if _FOLDER.fullmatch(said):
        return said
    raise Mistake(
        "kind-folder",
        N_('"{text}" cannot be the name of a folder of stories.'),
        N_("Use lower-case letters a-z, digits and hyphens."),
        text=shown(said),
    )


def _segments(entries: Entries) -> dict[str, str]:
    """Address parts per language; an empty one puts the stories directly under the language."""
    group = entries.group("segment")
    return {tag: group.get(tag, lambda value: slug(value) if as_written(value) else "", "") for tag in group}


def _order(entries: Entries, fields: Sequence[Field]) -> tuple[str, ...]:
    names = [field.name for field in fields]
    order = entries.list("order") or ("title",)
    for position, item in enumerate(order):
        if item.removeprefix("-") in names or "order" not in entries:
            continue
        entries.report(
            Mistake(
                "kind-order",
                N_('The order names "{name}", which is no field. Nearest: "{meant}".'),
                N_("Use names of fields, with a hyphen in front to reverse: [-date, title]"),
                name=shown(item),
                meant=closest(item.removeprefix("-"), names) or names[0] if names else "",
            ),
            f"order[{position}]",
        )
    return tuple(item for item in order if item.removeprefix("-") in names)


def read_common(content: str, path: str) -> tuple[tuple[Field, ...], tuple[Problem, ...]]:
    """The fields every kind has."""
    entries = Entries.read(content, path, path)
    entries.require("fields")
    fields = read_fields(entries.group("fields"))
    entries.finish()
    return fields, tuple(entries.problems)


def read_kind(content: str, path: str, common: tuple[Field, ...]) -> tuple[Kind | None, tuple[Problem, ...]]:
    """The kind that the file at `path` declares; its name is the file's. `common` comes from `read_common`.

    None when the file cannot be read or has no usable folder. Kinds that relations lead to, vocabularies and
    folders claimed twice are for the caller to check, who knows them all.
    """
    entries = Entries.read(content, path, path)
    if not entries.data:
        return None, tuple(entries.problems)
    folder = entries.get("folder", _folder, "") if entries.require("folder") else ""
    for name in ("label", "plural", "segment"):
        entries.require(name)
    group = entries.group("fields")
    own = read_fields(group)
    taken = {field.name for field in common}
    for field in own:
        if field.name in taken:
            group.report_key(
                Mistake(
                    "field-common",
                    N_('Every kind has the field "{name}" already.'),
                    N_("Give the field another name, or remove it here."),
                    name=field.name,
                ),
                field.name,
            )
    fields = (*common, *(field for field in own if field.name not in taken))
    kind = Kind(
        name=_stem(path),
        folder=folder,
        label=entries.texts("label"),
        plural=entries.texts("plural"),
        segment=_segments(entries),
        fields=fields,
        intro=entries.texts("intro"),
        schema=read_schema(entries, fields),
        order=_order(entries, fields),
        listing=entries.get("listing", boolean, True),
        facets=read_facets(entries, fields),
        occurs=read_occurs(entries, fields),
        group=read_group(entries, fields),
    )
    entries.finish()
    return kind if folder else None, tuple(entries.problems)


def read_block_type(content: str, path: str) -> tuple[BlockType | None, tuple[Problem, ...]]:
    """The block that the file at `path` declares; its name is the file's. None: it cannot be read."""
    entries = Entries.read(content, path, path)
    if not entries.data:
        return None, tuple(entries.problems)
    entries.require("label")
    entries.require("fields")
    block = BlockType(_stem(path), entries.texts("label"), read_fields(entries.group("fields")))
    entries.finish()
    return block, tuple(entries.problems)


def _within(terms: Sequence[Term], entries: Entries) -> set[str]:
    """Keys of terms that stand within something unknown, or in the end within themselves."""
    above = {term.key: term.within for term in terms}
    bad = set()
    for term in terms:
        if not term.within:
            continue
        if term.within not in above:
            bad.add(term.key)
            entries.report(
                Mistake(
                    "term-within",
                    N_('"{key}" stands within "{within}", which is not in this file. Nearest: "{meant}".'),
                    N_("Write the word before the colon of another line."),
                    key=term.key,
                    within=shown(term.within),
                    meant=closest(term.within, above) or next(iter(above)),
                ),
                f"{term.key}.within",
            )
            continue
        seen, key = {term.key}, term.within
        while key and key not in seen:
            seen.add(key)
            key = above.get(key, "")
        if key == term.key:
            bad.add(term.key)
            entries.report(
                Mistake(
                    "term-circle",
                    N_('"{key}" stands, in the end, within itself.'),
                    N_("Remove one of the lines with within that lead round in a circle."),
                    key=term.key,
                ),
                f"{term.key}.within",
            )
    return bad


def read_vocabulary(content: str, path: str) -> tuple[tuple[Term, ...] | None, tuple[Problem, ...]]:
    """The terms of a vocabulary in the order of the file. None when the file cannot be read."""
    entries = Entries.read(content, path, path)
    if entries.problems:
        return None, tuple(entries.problems)
    terms = []
    for key in entries:
        try:
            slug(key)
        except Mistake as mistake:
            entries.report_key(mistake, key)
            continue
        group = entries.group(key)
        if isinstance(group.data.get("name"), dict):
            terms.append(Term(key, group.texts("name"), group.get("within", as_written, "")))
            group.finish()
        else:
            terms.append(Term(key, {tag: group.get(tag, text, "") for tag in group}))
    bad = _within(terms, entries)
    kept = tuple(Term(term.key, term.name) if term.key in bad else term for term in terms)
    return kept, tuple(entries.problems)
