"""The kinds of stories a project declares, and what can only be checked when all of them are known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from importlib import resources
from typing import TYPE_CHECKING

from generator.model.kind import Kind
from generator.model.problem import N_, Location, Problem, problem
from generator.reading.layout import SETTINGS_PATH, SourceType

if TYPE_CHECKING:
    from generator.declared import Declared, Reading


def read_kinds(reading: Reading, world: Declared) -> None:
    """Read every kind into `world`, in the order the settings name them; those not named come after."""
    from generator.reading import declarations

    common_text = resources.files("generator.reading").joinpath("common.yaml").read_text("utf-8")
    common, problems = declarations.read_common(common_text, "generator/reading/common.yaml")
    reading.problems.extend(problems)
    claimed: dict[str, str] = {}
    paths = reading.named(SourceType.KIND)
    order = world.config.kinds if world.config else ()
    for unknown in [name for name in order if name not in paths]:
        reading.problems.append(_no_such_kind(unknown, paths))
    for name in [*(name for name in order if name in paths), *(name for name in paths if name not in order)]:
        path = paths[name]
        kind = reading.one(lambda text, path: declarations.read_kind(text, path, common), path)
        if kind is None:
            continue
        if kind.folder in claimed:
            reading.problems.append(_folder_twice(path, kind.folder, claimed[kind.folder]))
            continue
        claimed[kind.folder] = path
        world.kinds[kind.name] = kind
    reading.problems.extend(_unknown_kinds(world.kinds))


def _no_such_kind(name: str, known: Iterable[str]) -> Problem:
    return problem(
        "unknown-kind",
        Location(SETTINGS_PATH),
        N_("The order of kinds names {name}, but there is no content/kinds/{name}.yaml."),
        N_("Kinds: {kinds}"),
        name=name,
        kinds=", ".join(sorted(known)),
    )


def _folder_twice(path: str, folder: str, other: str) -> Problem:
    return problem(
        "folder-twice",
        Location(path),
        N_("The folder {folder} belongs to {other} already."),
        N_("Give each kind a folder of its own."),
        folder=folder,
        other=other,
    )


def _unknown_kinds(kinds: Mapping[str, Kind]) -> Iterator[Problem]:
    """Relations to kinds that are not declared."""
    for kind in kinds.values():
        for field_ in kind.fields:
            for to in (field_.of or field_).to:
                if to not in kinds:
                    yield problem(
                        "relation-kind",
                        Location(f"content/kinds/{kind.name}.yaml"),
                        N_("The field {field} points at {to}, but no such kind is declared."),
                        N_("Kinds: {kinds}"),
                        field=field_.name,
                        to=to,
                        kinds=", ".join(sorted(kinds)),
                    )
