"""Message catalogues (gettext ``.po``) of the interface's words."""

from __future__ import annotations

import io
import re
import string
from collections.abc import Iterable

from babel.messages.catalog import Message
from babel.messages.pofile import PoFileError, read_po

from generator.model.problem import N_, Location, Problem, problem

# Babel takes off the first and last character of whatever follows a keyword, quotation marks or not.
_LINE = re.compile(r'(?:(?:msgctxt|msgid|msgid_plural|msgstr|msgstr\[[0-5]\])\s+)?"(?:[^"\\]|\\.)*"')
# No language has more than six plural forms (Arabic); Babel makes as many as a file asks for.
_TOO_MANY_PLURALS = re.compile(r"nplurals\s*=\s*(?![1-6]\b)", re.ASCII)


def _slots(text: str) -> set[str]:
    """Names in curly brackets; a text with a bracket left open has an unreadable slot ``?``."""
    try:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    except ValueError:
        return {"?"}


def _texts(value: str | Iterable[str] | None) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value or ())


def _check_slots(message: Message, path: str) -> Problem | None:
    known = set().union(*(_slots(text) for text in _texts(message.id)))
    used = set().union(*(_slots(text) for text in _texts(message.string)))
    unknown = sorted(used - known)
    if not unknown:
        return None
    return problem(
        "catalogue-slot",
        Location(path, message.lineno or 0),
        N_("The translation uses {slot}, which its original does not have."),
        N_("Copy the words in curly brackets from the original unchanged: {known}"),
        slot=f"{{{unknown[0]}}}",
        known=", ".join(f"{{{name}}}" for name in sorted(known)) or "-",
    )


def _broken(path: str, line: int) -> Problem:
    return problem(
        "catalogue-syntax",
        Location(path, line, 1 if line else 0),
        N_("This line does not follow the rules of translation files."),
        N_("Each text stands in straight quotation marks after msgid or msgstr; one may be missing."),
    )


def _broken_lines(content: str) -> list[int]:
    lines = enumerate(content.split("\n"), 1)
    texts = ((number, line.strip()) for number, line in lines)
    return [
        number
        for number, line in texts
        if line and line[0] != "#" and (not _LINE.fullmatch(line) or _TOO_MANY_PLURALS.search(line))
    ]


def read_catalogue(content: str, path: str) -> tuple[dict[str, str | tuple[str, ...]], tuple[Problem, ...]]:
    """msgid -> translation, or its plural forms; with context under ``context\\x04msgid``. Never raises.

    Fuzzy and empty translations are left out, as gettext does, and so are those that would fail when filled.
    """
    if broken := _broken_lines(content):
        return {}, tuple(_broken(path, line) for line in broken)
    try:
        catalogue = read_po(io.StringIO(content), ignore_obsolete=True, abort_invalid=True)
    except PoFileError as error:
        return {}, (_broken(path, error.lineno + 1),)
    except (ValueError, LookupError, TypeError, AttributeError):
        # Headers and orders of lines that Babel does not check: a date that is none, a msgstr without msgid.
        return {}, (_broken(path, 0),)
    messages: dict[str, str | tuple[str, ...]] = {}
    problems = []
    for message in catalogue:
        forms = _texts(message.string)
        if not message.id or message.fuzzy or not forms or not all(forms):
            continue
        if wrong := _check_slots(message, path):
            problems.append(wrong)
            continue
        msgid = _texts(message.id)[0]
        key = f"{message.context}\x04{msgid}" if message.context else msgid
        messages[key] = forms[0] if isinstance(message.id, str) else forms
    return messages, tuple(problems)
