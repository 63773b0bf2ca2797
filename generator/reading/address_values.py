"""Values that lead somewhere: addresses, ids of stories, language tags -> the stored form, or a `Mistake`."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import urlsplit

from generator.model.problem import N_
from generator.reading.field_values import as_written, shown, text
from generator.reading.mistake import Mistake

_EMAIL = re.compile(r"[^@\s<>\"',;:]+@[^@\s<>\"',;:]+\.[^@\s<>\"',;:.]+")
_TAG = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{1,8})*", re.ASCII | re.IGNORECASE)
_STORY = re.compile(r"[^/\s.#?]+/[^/\s.#?]+")


def url(value: object) -> str:
    """An absolute http or https address."""
    said = text(value)
    try:
        parts = urlsplit(said)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        usable = False
    if usable and not re.search(r"[\s<>\"\\^`{|}\x00-\x1f\x7f]", said):
        return said
    guess = said.removeprefix("//")
    if re.fullmatch(r"[\w-]+(\.[\w-]+)+(/[^\s:<>\"]*)?", guess):
        raise Mistake(
            "url-scheme",
            N_('{field} should be a whole address, beginning with "https://".'),
            N_("Write {address}"),
            address=f"https://{shown(guess)}",
        )
    raise Mistake(
        "url-expected",
        N_('{field} should be an address on the web, not "{text}".'),
        N_("Copy it from the browser's address field; it begins with https:// and has no spaces."),
        text=shown(said),
    )


def email(value: object) -> str:
    """An e-mail address; only its shape is checked."""
    said = text(value)
    if len(said) <= 254 and _EMAIL.fullmatch(said):
        return said
    raise Mistake(
        "email-expected",
        N_('{field} should be an e-mail address, not "{text}".'),
        N_("Write it like this: name@example.org"),
        text=shown(said),
    )


def language(value: object) -> str:
    """A tag that looks like BCP 47 (RFC 5646, section 2.1), e.g. ``sv`` or ``sv-simple``."""
    said = as_written(value)
    if _TAG.fullmatch(said):
        return said
    raise Mistake(
        "language-expected",
        N_('"{text}" in {field} is not a language tag.'),
        N_("Write the short form of the language, such as sv, en, ar or sv-simple."),
        text=shown(said),
    )


def slugified(said: str) -> str:
    """`said` as part of an address: lower-case letters of any script, digits and single hyphens, in NFC."""
    kept = [
        character if unicodedata.category(character)[0] in "LM" or character.isdecimal() else "-"
        for character in unicodedata.normalize("NFC", said).lower()
    ]
    return re.sub(r"-+", "-", "".join(kept)).strip("-")


def slug(value: object) -> str:
    """Part of an address. Case and spaces are not mended silently, since the address is what people share."""
    said = as_written(value)
    if said and said == slugified(said):
        return said
    raise Mistake(
        "slug-expected",
        N_('{field} is part of an address, which "{text}" cannot be.'),
        N_("Use lower-case letters, digits and hyphens, for instance: {slug}"),
        text=shown(said),
        slug=slugified(said)[:60] or "my-page",
    )


def relation(value: object) -> str:
    """The id of a story: folder, slash, key."""
    said = as_written(value)
    if _STORY.fullmatch(said):
        return said
    parts = [part for part in re.split(r"[/\s]+", said) if part.strip(".")]
    meant = "/".join(part.split(".")[0] for part in parts[-2:]) if len(parts) > 1 else "places/karnan"
    raise Mistake(
        "relation-expected",
        N_('"{text}" in {field} is not the id of a story.'),
        N_("Write folder and name with a slash between and no ending: {example}"),
        text=shown(said),
        example=shown(meant),
    )
