"""Bytes of a file -> text. UTF-8 is the only encoding; what arrives in another is read as well as it goes.

The text is not normalised: what somebody wrote in NFD stays so. Ids and keys are compared in NFC elsewhere.
"""

from __future__ import annotations

import codecs
import re

from generator.model.problem import N_, Location, Problem, problem

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
_HOW_TO_SAVE = N_(
    "In Notepad choose Save as and the encoding UTF-8. "
    "In VS Code click the encoding in the bottom right corner, then Save with Encoding and UTF-8."
)
# U+0085 and its neighbours are never meant: they are Windows-1252 letters that were taken for Latin-1.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


def _spot(text: str, index: int, path: str) -> Location:
    start = text.rfind("\n", 0, index) + 1
    return Location(path, text.count("\n", 0, index) + 1, index - start + 1)


def _line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _unmarked_utf16(content: bytes) -> str:
    """The codec of UTF-16 without a byte order mark: every second byte of Latin letters is zero."""
    sample = content[:2000]
    for codec, zeros in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        if len(sample) >= 8 and zeros.count(0) > len(zeros) * 0.7 and sample.count(0) < len(sample) * 0.6:
            return codec
    return ""


def _wide(content: bytes, path: str) -> tuple[str, Problem] | None:
    """Text of a file in UTF-16 or UTF-32."""
    mark, codec, name = next(
        (each for each in _MARKS if content.startswith(each[0])), (b"", _unmarked_utf16(content), "UTF-16")
    )
    if not codec:
        return None
    return content[len(mark) :].decode(codec, "replace"), problem(
        "encoding-" + name.lower(),
        Location(path),
        N_("This file is saved as {encoding} (also called Unicode); it must be UTF-8."),
        _HOW_TO_SAVE,
        encoding=name,
    )


def _narrow(content: bytes, error: UnicodeDecodeError, path: str) -> tuple[str, Problem]:
    """Text of a file that is nearly UTF-8, or in an encoding of one byte per letter."""
    before = content[: error.start].decode("utf-8", "replace")
    where = _spot(_line_ends(before), len(_line_ends(before)), path)
    cut_off = error.reason == "unexpected end of data"
    if cut_off or _MULTIBYTE.search(content):
        text = content.decode("utf-8", "replace")
        return text, problem(
            "encoding-damaged",
            where,
            N_("This file is UTF-8, but there are bytes here that are no letter in it."),
            N_("Delete the strange character here and write it again."),
        )
    if any(0x80 <= byte < 0xA0 for byte in content):
        # Five bytes mean nothing in Windows-1252.
        return content.decode("cp1252", "replace"), problem(
            "encoding-windows-1252",
            where,
            N_("This file is saved as Windows-1252 (also called ANSI), first seen here; it must be UTF-8."),
            _HOW_TO_SAVE,
        )
    return content.decode("latin-1"), problem(
        "encoding-latin-1",
        where,
        N_("This file is saved as Latin-1 (ISO 8859-1), first seen here; it must be UTF-8."),
        _HOW_TO_SAVE,
    )


def decode(content: bytes, path: str) -> tuple[str, tuple[Problem, ...]]:
    """Text with ``\\n`` line ends, without byte order mark, with spaces for control signs."""
    problems: list[Problem] = []
    wide = _wide(content, path)
    if wide is not None:
        text = wide[0]
        problems.append(wide[1])
    else:
        bare = content.removeprefix(codecs.BOM_UTF8)
        try:
            text = bare.decode("utf-8")
        except UnicodeDecodeError as error:
            text, found = _narrow(bare, error, path)
            problems.append(found)
    text = _line_ends(text)
    if first := _CONTROL.search(text):
        problems.append(_control(text, first, path))
        text = _CONTROL.sub(" ", text)
    return text, tuple(problems)


def _control(text: str, first: re.Match[str], path: str) -> Problem:
    where = _spot(text, first.start(), path)
    if first[0] == "\0":
        return problem(
            "nul-character",
            where,
            N_("There are zero bytes in this file, the first one here; it is damaged or no text file."),
            N_("Fetch an earlier version of the file, or copy its text into a new one."),
        )
    return problem(
        "control-character",
        where,
        N_("There is an invisible control character here ({character}), {count} in the whole file."),
        N_("Delete it and write the word again. Such characters come along when text is pasted."),
        character=f"U+{ord(first[0]):04X}",
        count=len(_CONTROL.findall(text)),
    )
