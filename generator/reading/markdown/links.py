"""Where a link may lead, and what to say when it may not."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from generator.model.problem import N_, Location, Problem, Severity, problem

WEB = frozenset({"http", "https", "mailto", "tel"})
"""Schemes a link may have."""

_INVISIBLE = re.compile("[\x00-\x20\x7f-\xa0\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_ID = re.compile(r"[^\W_][\w-]*(?:/[^\W_][\w-]*)+/?")
_PAGE_ENDING = re.compile(r"\.html?$|/$|/[^/.]*$")
_HOST = re.compile(
    r"(?:www\.|[\w-]+(?:\.[\w-]+)*\.(?:com|dk|eu|fi|info|io|net|no|nu|org|se)(?:[/?]|$))", re.IGNORECASE
)
_MAILBOX = re.compile(r"[^@/\s]+@[^@/\s]+\.[^@/\s]+")
_PHOTO_ENDING = re.compile(r"\.(?:jpe?g|png|webp|avif|gif|tiff?|hei[cf]|jxl|svg|bmp)$", re.IGNORECASE)
_PHOTO = re.compile(r"[^\W_][\w.-]*")
_UNSAFE = re.compile('[\x00-\x20"<>\\\\^`{|}\x7f-\xa0]')

FORMS = N_(
    "Write a story's id (places/dunkers), its file (../places/dunkers.md), a heading (#history) or a full "
    "address (https://...)."
)


class ToStory(NamedTuple):
    """A link to a story of the site."""

    id: str
    fragment: str


class ToHere(NamedTuple):
    """A link to a heading of the same text."""

    fragment: str


class ToWeb(NamedTuple):
    """A link that stands in the page as it is."""

    href: str


Destination = ToStory | ToHere | ToWeb
Answer = tuple[Destination | None, Problem | None]
"""Where the link leads (None: it is taken away, its text stays), and what is wrong with it."""


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", unquote(text))


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode())


def written_out(address: str) -> str:
    """The address with every character percent-encoded that no address may contain."""
    return _UNSAFE.sub(_percent, address)


def _web(address: str, scheme: str, complain: Callable[..., Problem]) -> Answer:
    if scheme not in WEB:
        return None, complain(
            "link-scheme",
            N_("A link cannot lead to {target}: addresses that begin with {scheme}: are not allowed."),
            N_("Addresses may begin with https:, http:, mailto: or tel:."),
            scheme=scheme,
        )
    try:
        parts = urlsplit(address)
        complete = bool(parts.hostname if scheme.startswith("http") else parts.path)
    except ValueError:
        complete = False
    if complete:
        return ToWeb(written_out(address)), None
    return None, complain(
        "link-incomplete",
        N_("The address {target} is not complete."),
        N_("Copy it again from the page it leads to."),
    )


def _file(target: str, fragment: str, path: str, languages: tuple[str, ...]) -> ToStory | None:
    """The story whose file a relative path names, seen from the file at `path`."""
    root, _, inside = path.partition("/")
    resolved = posixpath.normpath(posixpath.join(posixpath.dirname(inside) or ".", target))
    stem = resolved.removesuffix(".md")
    name, _, tag = stem.rpartition(".")
    id_ = name if name and tag in languages else stem
    return ToStory(id_, fragment) if root and _ID.fullmatch(id_) else None


def resolve(target: str, path: str, languages: tuple[str, ...], location: Location) -> Answer:
    """Where a link in the file at `path` leads: its target with escapes undone, whatever it may be.

    Nothing is looked up: whether a story or heading exists is asked when all stories are known.
    """

    def complain(code: str, message: str, hint: str, **values: object) -> Problem:
        severity = Severity.WARNING if code == "link-site-path" else Severity.ERROR
        return problem(code, location, message, hint, severity, target=target.strip()[:200], **values)

    address = target.strip()
    # Browsers skip spaces and control characters in a scheme, so they are skipped before it is looked at.
    scheme = _SCHEME.match(_INVISIBLE.sub("", address))
    if scheme:
        return _web(address, scheme[1].lower(), complain)
    base, _, fragment = address.partition("#")
    fragment = _plain(fragment)
    if not base and fragment:
        return ToHere(fragment), None
    if not base:
        return None, complain("link-empty", N_("This link leads nowhere: its address is empty."), FORMS)
    no_address = N_("{target} is not an address.")
    if base.startswith(("//", "\\")):
        return None, complain("link-form", no_address, N_("Write https: in front of it."))
    if base.startswith("/"):
        href = ToWeb(written_out(address))
        if not _PAGE_ENDING.search(base):
            return href, None
        return href, complain(
            "link-site-path",
            N_("The link {target} breaks when addresses change, and leaves the reader's language."),
            N_("Write the story's id instead, for example places/dunkers."),
        )
    name = _plain(base)
    if name.endswith(".md") and (story := _file(name, fragment, path, languages)):
        return story, None
    if _ID.fullmatch(name):
        return ToStory(name.rstrip("/"), fragment), None
    if _MAILBOX.fullmatch(name):
        return None, complain("link-form", no_address, N_("Write mailto: in front of it."))
    if _HOST.match(name) and not name.endswith(".md"):
        return None, complain("link-form", no_address, N_("Write https:// in front of it."))
    return None, complain("link-form", N_("{target} is not an address that a link can have."), FORMS)


def photo(target: str, location: Location) -> tuple[str, Problem | None]:
    """The name of the library's photo that an image means; empty when it means none."""
    name = _plain(target.strip())
    if not name:
        return "", problem(
            "photo-name",
            location,
            N_("This picture has no name."),
            N_("Write the name of a photo in assets/photos between the parentheses."),
        )
    if _SCHEME.match(_INVISIBLE.sub("", name)) or name.startswith("//"):
        return "", problem(
            "photo-elsewhere",
            location,
            N_("Pictures from other sites cannot be shown: {target}."),
            N_("Put the picture in assets/photos with its photographer and licence, and write its name."),
            target=name[:200],
        )
    stem = _PHOTO_ENDING.sub("", name)
    if _PHOTO.fullmatch(stem):
        return stem, None
    return "", problem(
        "photo-name",
        location,
        N_("{target} is not the name of a photo."),
        N_("Write only its name, without folders, for example karnan-tower."),
        target=name[:200],
    )
