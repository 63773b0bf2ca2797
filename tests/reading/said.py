"""What Problems say to a person, for comparison in tests."""

from collections.abc import Iterable

from generator.model.problem import Problem


def said(problems: Iterable[Problem]) -> list[str]:
    """``line:column message`` of each, slots filled; hints are filled too, so that no slot is forgotten."""
    lines = []
    for each in problems:
        values = dict(each.values)
        assert each.hint.format(**values)
        lines.append(f"{each.location.line}:{each.location.column} {each.message.format(**values)}")
    return lines


def hints(problems: Iterable[Problem]) -> list[str]:
    """The hints, filled."""
    return [each.hint.format(**dict(each.values)) for each in problems]
