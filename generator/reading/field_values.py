"""One value of a simple field: what was written -> the stored form, or a `Mistake`.

Every check takes what the YAML says (text, `Written`, list or dict) and returns plain JSON data.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Any

from generator.model.language import Words
from generator.model.problem import N_
from generator.reading.mistake import Empty, Mistake, Written
from generator.reading.suggest import closest_of

Check = Callable[[Any], Any]

_NUMBER = re.compile(r"[-+]?[0-9]{1,15}(?:\.[0-9]{1,15})?", re.ASCII)
_LEADING_ZERO = re.compile(r"[-+]?0[0-9]+", re.ASCII)
_DECIMAL_COMMA = re.compile(r"[-+]?[0-9]+,[0-9]+", re.ASCII)


def shown(value: object) -> str:
    """`value` as a message quotes it: what was written, shortened."""
    text = value.text if isinstance(value, Written) else str(value)
    return text if len(text) <= 60 else text[:57] + "..."


def _expected(value: object) -> None:
    if isinstance(value, (list, dict)):
        raise Mistake(
            "text-expected",
            N_("{field} holds a list or group where one piece of text is expected."),
            N_(
                "Write the text on the same line, in quotation marks if it has brackets, colons or a # in it."
            ),
        )


def as_written(value: object) -> str:
    """Text for words of a closed list, where ``no`` or ``2026`` can only mean the word that was written."""
    _expected(value)
    text = value.text if isinstance(value, Written) else str(value)
    return unicodedata.normalize("NFC", text.strip())


def word(value: object) -> str:
    """A word of a vocabulary, as written."""
    if value is None or not (said := as_written(value)):
        raise Empty
    return said


def text(value: object) -> str:
    """Text of one line or more. A number is taken as written; a word that YAML reads as yes or no is not."""
    _expected(value)
    if isinstance(value, Written) and not isinstance(value.value, (int, float)):
        raise Empty
    if isinstance(value, bool) or (isinstance(value, Written) and isinstance(value.value, bool)):
        meaning = value.value if isinstance(value, Written) else value
        raise Mistake(
            "text-boolean",
            N_('{field} should be text, but "{text}" without quotation marks is read as {meaning}.'),
            N_('Put it in quotation marks: "{text}"'),
            text=shown(value),
            meaning="true" if meaning else "false",
        )
    if value is None:
        raise Empty
    return (value.text if isinstance(value, Written) else str(value)).strip()


def markdown(value: object) -> str:
    """Markdown as written; it becomes body parts later."""
    text(value)
    return value.text if isinstance(value, Written) else str(value)


def number(value: object) -> int | float:
    """An int or float, also when it stands in quotation marks."""
    _expected(value)
    plain = value.value if isinstance(value, Written) else value
    if isinstance(plain, (int, float)) and not isinstance(plain, bool):
        return plain
    said = shown(value).strip()
    if _LEADING_ZERO.fullmatch(said):
        raise Mistake(
            "number-leading-zero",
            N_("{field} should be a number, but {text} begins with a zero."),
            N_("Remove the zero at the start."),
            text=said,
        )
    if isinstance(plain, str) and _NUMBER.fullmatch(said):
        return float(said) if "." in said else int(said)
    if _DECIMAL_COMMA.fullmatch(said):
        raise Mistake(
            "number-comma",
            N_("{field} has a decimal comma; numbers are written with a point here."),
            N_("Write {number}."),
            number=said.replace(",", "."),
        )
    raise Mistake(
        "number-expected",
        N_('{field} should be a number, not "{text}".'),
        N_("Write digits only, without a unit and without spaces: 10000"),
        text=said,
    )


def boolean(value: object) -> bool:
    """True or false; no other words."""
    plain = value.value if isinstance(value, Written) else value
    if isinstance(plain, bool):
        return plain
    raise Mistake(
        "boolean-expected",
        N_('{field} should be true or false, not "{text}".'),
        N_("Write true or false without quotation marks."),
        text=shown(value),
    )


def choice(choices: Mapping[str, Words]) -> Check:
    """A check for one of `choices`; people may write a label, but not succeed with it."""
    spellings = {label: key for key, words in choices.items() for label in words.values()}
    spellings |= {key: key for key in choices}

    def check(value: object) -> str:
        said = as_written(value)
        if said in choices:
            return said
        allowed, meant = ", ".join(choices), closest_of(said, spellings)
        if meant:
            raise Mistake(
                "choice-unknown",
                N_('"{text}" is not one of the choices for {field}. Did you mean "{meant}"?'),
                N_("Possible here: {allowed}"),
                text=shown(said),
                meant=meant,
                allowed=allowed,
            )
        raise Mistake(
            "choice-unknown",
            N_('"{text}" is not one of the choices for {field}.'),
            N_("Possible here: {allowed}"),
            text=shown(said),
            allowed=allowed,
        )

    return check
