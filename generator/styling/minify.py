"""Style sheets made small by lightningcss, and its complaints."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.model.problem import N_, Location, Problem, Severity, problem
from generator.styling.bundle import Source

BROWSERS = ["chrome 123", "edge 123", "firefox 121", "safari 17.5", "ios_saf 17.5"]
"""The first that know ``light-dark()``, nesting, ``:has()`` and container queries, from 2023 and 2024.
Older ones get what they can read of the same file."""
_COMPLAINT = re.compile(r"(?:Parsing stylesheet failed: )?(.*) at [^:]*:(\d+):(\d+)", re.DOTALL)


def minified(text: str, parts: Iterable[Source], path: str) -> tuple[str, list[Problem]]:
    """The style sheet as browsers get it. `parts` are the files it came from, `path` that of the first."""
    try:
        import lightningcss
    except ImportError:
        return text, [
            problem(
                "css-tool",
                Location(path),
                N_("lightningcss is not installed here, so style sheets stay as large as they are written."),
                N_("Install it: pip install lightningcss"),
                Severity.WARNING,
            )
        ]
    try:
        return lightningcss.process_stylesheet(text, browsers_list=BROWSERS), []
    except ValueError as error:
        found = [each for part in parts if (each := _complaint(part))]
        return text, found or [_told(str(error), path, whole=True)]


def _complaint(part: Source) -> Problem | None:
    """What is wrong with one file; lightningcss stops at the first mistake."""
    import lightningcss

    try:
        lightningcss.process_stylesheet(part.text, filename="sheet", browsers_list=BROWSERS)
    except ValueError as error:
        return _told(str(error), part.path)
    return None


def _told(said: str, path: str, whole: bool = False) -> Problem:
    found = _COMPLAINT.fullmatch(said)
    detail = found[1] if found else said
    # Lines are counted from 0 there, columns from 1.
    where = Location(path, int(found[2]) + 1, int(found[3])) if found and not whole else Location(path)
    return problem(
        "css-syntax",
        where,
        N_("The style sheet cannot be understood here: {detail}"),
        N_("Look for a missing bracket, colon or semicolon in this line or the one before."),
        detail=detail,
    )
