"""The theme's style sheets: bundled with the design tokens, made small, remembered until a part changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.incremental.entries import digest, digest_bytes
from generator.incremental.stamps import Stamp
from generator.incremental.store import Store
from generator.indexing.pages import asset_address
from generator.model.problem import Problem, Severity
from generator.styling.properties import custom_properties

if TYPE_CHECKING:
    from generator.declared import Declared

TOKENS = "tokens.css"
"""Name of the style sheet that is made from the design tokens, beside the theme's static files."""


@dataclass
class Sheets:
    """The style sheets that are published."""

    texts: dict[str, str] = field(default_factory=dict)
    """Name of a static file -> the style sheet as browsers get it."""
    parts: set[str] = field(default_factory=set)
    """Static files that are in one of them and not published by themselves."""
    problems: list[Problem] = field(default_factory=list)
    memo: str = ""
    """Key of what is remembered of them."""

    def published(self, assets: Mapping[str, str]) -> dict[str, str]:
        """Name -> path of the static files that have an address."""
        made = {name: assets.get(name, name) for name in self.texts}
        return {name: path for name, path in {**assets, **made}.items() if name not in self.parts}

    def digests(self, assets: Mapping[str, str]) -> dict[str, str]:
        """Path -> digest of what browsers get: addresses change with that, not with the sources."""
        return {assets.get(name, name): digest_bytes(text.encode()) for name, text in self.texts.items()}


def read_sheets(
    world: Declared, stamps: Mapping[str, Stamp], store: Store, read: Callable[[str], bytes]
) -> None:
    """Add all style sheets of the theme chain to `world`. `read` gives a file's bytes.

    What no other one imports is a style sheet of its own. Bundles are remembered under the digest of all
    that could be in them, so that lightningcss and the files are only needed when some of it changed.
    """
    chains = {name: paths for name, paths in world.statics.items() if name.endswith(".css")}
    properties = custom_properties(world.tokens.values()) if world.tokens else ""
    if not chains and not properties:
        return
    digests = {path: stamps[path].digest for paths in world.statics.values() for path in paths}
    files = [(name, tuple(digests[path] for path in paths)) for name, paths in sorted(world.statics.items())]
    key = digest(("sheets", properties, sorted(chains.items()), files))
    known = store.memo(key)
    if known is None:
        made = _made(world, chains, properties, digests, read)
        problems = [problem.to_data() for problem in made.problems]
        known = {"texts": made.texts, "parts": sorted(made.parts), "problems": problems}
        store.set_memos({key: known})
    world.sheets = Sheets(known["texts"], set(known["parts"]), memo=key)
    world.problems.extend(Problem.from_data(data) for data in known["problems"])


def _made(
    world: Declared,
    chains: Mapping[str, Iterable[str]],
    properties: str,
    digests: Mapping[str, str],
    read: Callable[[str], bytes],
) -> Sheets:
    from generator.reading.text import decode
    from generator.styling.bundle import Source, bundle
    from generator.styling.minify import minified

    made = Sheets()
    sheets: dict[str, list[Source]] = {}
    for name, paths in chains.items():
        sheets[name] = []
        for path in paths:
            text, mistakes = decode(read(path), path)
            made.problems.extend(mistakes)
            sheets[name].append(Source(path, text))
    if properties:
        sheets[TOKENS] = [Source(TOKENS, properties)]

    def address(name: str) -> str | None:
        path = world.assets.get(name)
        return asset_address(name, digests[path]) if path else None

    bundles = {name: bundle(name, sheets, address, world.assets) for name in sheets}
    made.parts = {part for name, each in bundles.items() for part in each.names - {name}}
    for name, each in bundles.items():
        if name in made.parts:
            continue
        made.problems.extend(each.problems)
        made.texts[name] = each.text
        if not any(problem.severity is Severity.ERROR for problem in each.problems):
            made.texts[name], problems = minified(each.text, each.parts, sheets[name][0].path)
            made.problems.extend(problems)
    return made
