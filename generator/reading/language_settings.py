"""The languages of a site, as its settings declare them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.model.language import Language
from generator.model.problem import N_, Severity, problem
from generator.reading.address_values import slug
from generator.reading.entries import Entries
from generator.reading.field_values import as_written, shown, text
from generator.reading.mistake import Mistake

# BCP 47 as far as sites use it: a language of two or three letters, then subtags.
_TAG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", re.ASCII)
# Languages usually written from right to left.
_RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"})


def _direction(value: object) -> str:
    said = as_written(value)
    if said in ("ltr", "rtl"):
        return said
    raise Mistake(
        "direction",
        N_('{field} should be ltr (left to right) or rtl (right to left), not "{text}".'),
        N_("Remove the line if you are not sure; the usual direction of the language is known."),
        text=shown(said),
    )


def _language(group: Entries, tag: str, tags: Iterable[str]) -> Language:
    group.require("name")
    base = tag.split("-", 1)[0]
    fallback = []
    for position, other in enumerate(group.list("fallback")):
        if other in tags and other != tag:
            fallback.append(other)
            continue
        group.report(
            Mistake(
                "fallback-language",
                N_('"{text}" cannot stand in for {tag}; it is not another language of the site.'),
                N_("Languages of the site: {tags}"),
                text=shown(other),
                tag=tag,
                tags=", ".join(tags),
            ),
            f"fallback[{position}]",
        )
    language = Language(
        tag,
        name=group.get("name", text, tag),
        prefix=group.get("prefix", slug, tag.lower()),
        direction=group.get("direction", _direction, "rtl" if base in _RIGHT_TO_LEFT else "ltr"),
        fallback=tuple(fallback),
    )
    group.finish()
    return language


def read_languages(entries: Entries) -> tuple[Language, ...]:
    """The languages below ``languages``, in the order of the file."""
    group = entries.group("languages")
    tags = [tag for tag in group if _TAG.fullmatch(tag)]
    for tag in group:
        if tag not in tags:
            group.report_key(
                Mistake(
                    "language-expected",
                    N_('"{text}" is not a language tag.'),
                    N_("Write the short form of the language, such as sv, en, ar or sv-simple."),
                    text=shown(tag),
                ),
                tag,
            )
    languages = tuple(_language(group.group(tag), tag, tags) for tag in tags)
    first: dict[str, str] = {}
    for language in languages:
        if first.setdefault(language.prefix, language.tag) != language.tag:
            group.report_key(
                Mistake(
                    "prefix-taken",
                    N_('{tag} and {other} both have addresses that begin with "{prefix}".'),
                    N_("Give each language a prefix of its own."),
                    tag=language.tag,
                    other=first[language.prefix],
                    prefix=language.prefix,
                ),
                language.tag,
            )
    return languages


def read_source_language(entries: Entries, tags: list[str]) -> str:
    """One of `tags`: the first if the file names none or another."""
    if not entries.require("source_language"):
        return tags[0] if tags else ""
    said = entries.get("source_language", as_written, "")
    if said in tags or not tags:
        return said
    entries.report(
        Mistake(
            "source-language",
            N_('The source language "{text}" is not among the languages of the site.'),
            N_("Languages of the site: {tags}"),
            text=shown(said),
            tags=", ".join(tags),
        ),
        "source_language",
    )
    return tags[0]


def check_words(entries: Entries, name: str, tags: list[str]) -> None:
    """Words in a language the site does not have are never read; words for a base serve its variants."""
    bases = {tag.split("-", 1)[0] for tag in tags}
    group = entries.group(name)
    for tag in group:
        if tags and tag not in tags and tag not in bases:
            group.problems.append(
                problem(
                    "words-language",
                    group.where_key(tag),
                    N_('"{tag}" is not a language of the site, so this text is never shown.'),
                    N_("Languages of the site: {tags}"),
                    Severity.WARNING,
                    tag=tag,
                    tags=", ".join(tags),
                )
            )
