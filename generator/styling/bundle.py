"""One style sheet out of many: imports are put where they are asked for, with their layers and conditions.

Names are those of the theme's static files. A file may ask for the file of its own name: that of the theme it
inherits from, which it stands before.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.model.problem import N_, Location, Problem, Severity, problem
from generator.reading.suggest import closest
from generator.styling.scan import Address, Import, scan

_ELSEWHERE = (
    N_("This style sheet fetches {name} from another server, which would learn who reads the page."),
    N_("Put the file into the theme's static folder and take it from there."),
)
_ANYTHING = re.compile(r"[^\n]")

_FLAWS = {
    "comment": (N_("A comment begins here and does not end."), N_("Write */ where it ends.")),
    "string": (
        N_("A text in quotation marks begins here and does not end on its line."),
        N_("Close the quotation marks."),
    ),
    "import": (
        N_("This @import cannot be read."),
        N_('For instance: @import "css/base.css" layer(base);'),
    ),
    "import-late": (
        N_("An @import after other rules is passed over by browsers."),
        N_("Move it to the top of the file."),
    ),
    "open": (N_("A bracket opens here and is never closed."), N_("Close it where the rule ends.")),
    "close": (N_("A bracket closes here that was never opened."), N_("Remove it.")),
}


class Source(NamedTuple):
    """A style sheet of a theme."""

    path: str
    text: str


@dataclass
class Bundle:
    """One style sheet, and what went into it."""

    text: str = ""
    names: set[str] = field(default_factory=set)
    """Of all files in it."""
    parts: list[Source] = field(default_factory=list)
    """As they were read, imports blanked out, lines kept: for a checker that wants to name a line."""
    problems: list[Problem] = field(default_factory=list)


def bundle(
    name: str,
    sheets: Mapping[str, Sequence[Source]],
    address: Callable[[str], str | None],
    names: Iterable[str],
) -> Bundle:
    """The style sheet `name` with everything it imports.

    `sheets` has the files of each name, the one that wins in the theme chain first. `address` gives the
    address of a static file, None if there is no such file; `names` are all there are.
    """
    work = _Work(sheets, address, tuple(names), Bundle())
    work.made.text = work.inlined(name, 0, ())
    return work.made


@dataclass
class _Work:
    sheets: Mapping[str, Sequence[Source]]
    address: Callable[[str], str | None]
    names: tuple[str, ...]
    made: Bundle

    def inlined(self, name: str, depth: int, above: tuple[tuple[str, int], ...]) -> str:
        """The text of a file with what it imports in place. `depth` counts files of its name before it."""
        source = self.sheets[name][depth]
        self.made.names.add(name)
        found = scan(source.text)
        for flaw in found.flaws:
            self._say(source, flaw.at, f"css-{flaw.code}", *_FLAWS[flaw.code])
        parts: list[Import | Address] = sorted(
            (*found.imports, *found.addresses), key=lambda each: each.start
        )
        pieces, alone, at = [], [], 0
        for part in parts:
            before, said = source.text[at : part.start], source.text[part.start : part.end]
            if isinstance(part, Import):
                pieces += [before, self._imported(part, source, name, depth, above)]
                alone += [before, _ANYTHING.sub(" ", said)]
            else:
                pieces += [before, self._url(part, source, name)]
                alone += [before, said]
            at = part.end
        self.made.parts.append(Source(source.path, "".join((*alone, source.text[at:]))))
        return "".join((*pieces, source.text[at:]))

    def _imported(
        self, part: Import, source: Source, name: str, depth: int, above: tuple[tuple[str, int], ...]
    ) -> str:
        wanted = _beside(name, part.name)
        at = depth + 1 if wanted == name else 0
        if _elsewhere(part.name):
            self._say(
                source,
                part.start,
                "css-elsewhere",
                *_ELSEWHERE,
                name=part.name,
            )
            return ""
        if at >= len(self.sheets.get(wanted, ())):
            self._missing(source, part.start, wanted, self.sheets)
            return ""
        if (wanted, at) in (*above, (name, depth)):
            self._say(
                source,
                part.start,
                "css-circle",
                N_("{name} imports, in the end, itself."),
                N_("Remove one of the imports that lead round in a circle."),
                name=wanted,
            )
            return ""
        text = self.inlined(wanted, at, (*above, (name, depth)))
        for rule in reversed(part.around):
            text = f"{rule} {{\n{text}\n}}"
        return f"{text}\n"

    def _url(self, part: Address, source: Source, name: str) -> str:
        """A ``url()`` with the address under which the file is published."""
        said = source.text[part.start : part.end]
        file, mark, rest = part.address.partition("#")
        if not file or (file.startswith(("data:", "/")) and not file.startswith("//")):
            return said
        if _elsewhere(file):
            self._say(
                source,
                part.start,
                "css-elsewhere",
                *_ELSEWHERE,
                severity=Severity.WARNING,
                name=file,
            )
            return said
        wanted = _beside(name, file.partition("?")[0])
        address = self.address(wanted)
        if address is None:
            self._missing(source, part.start, wanted, self.names)
            return said
        return f'url("{address}{mark}{rest}")'

    def _missing(self, source: Source, at: int, name: str, known: Iterable[str]) -> None:
        meant = closest(name, known)
        hint = N_("Did you mean {meant}?") if meant else N_("Names begin in the folder of this file.")
        self._say(
            source,
            at,
            "css-missing",
            N_("The theme has no static file named {name}."),
            hint,
            name=name,
            meant=meant,
        )

    def _say(
        self,
        source: Source,
        at: int,
        code: str,
        message: str,
        hint: str,
        severity: Severity = Severity.ERROR,
        **values: str,
    ) -> None:
        line = source.text.count("\n", 0, at) + 1
        column = at - source.text.rfind("\n", 0, at)
        self.made.problems.append(
            problem(code, Location(source.path, line, column), message, hint, severity, **values)
        )


def _elsewhere(address: str) -> bool:
    return address.startswith("//") or "://" in address[:12]


def _beside(name: str, said: str) -> str:
    """The static file that `said` leads to from the file `name`."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), said))
