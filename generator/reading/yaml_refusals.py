"""What is valid YAML and still not taken: Problems the reader of events makes."""

from __future__ import annotations

from generator.model.problem import N_, Location, Problem, Severity, problem

_STANDARD = "tag:yaml.org,2002:"


def recursion(name: str, here: Location) -> Problem:
    """``&a [*a]``"""
    return problem(
        "yaml-recursion",
        here,
        N_("*{name} stands inside the very thing it is a short form of."),
        N_("Write out what you mean instead of *{name}."),
        name=name,
    )


def several_documents(here: Location) -> Problem:
    """A second ``---``."""
    return problem(
        "yaml-several-documents",
        here,
        N_("A line of three hyphens begins a second document here; only one is read."),
        N_("Remove the line, or put the value in quotation marks if it is text."),
    )


def too_many(limit: int, here: Location) -> Problem:
    """An alias bomb, or a data file that is none."""
    return problem(
        "yaml-too-many",
        here,
        N_("There are more than {limit} entries here, counting what short forms such as *name stand for."),
        N_("Split the file, or write the values out instead of using & and *."),
        limit=limit,
    )


def too_deep(limit: int, here: Location) -> Problem:
    """``[[[[[``"""
    return problem(
        "yaml-too-deep",
        here,
        N_("Lists and groups stand inside each other more than {limit} levels deep here."),
        N_("Look for a bracket that is repeated by mistake."),
        limit=limit,
    )


def odd_key(here: Location) -> Problem:
    """``{{ title }}``"""
    return problem(
        "yaml-odd-key",
        here,
        N_("A list or group stands here where a name is expected."),
        N_("Put the value in quotation marks if it is text with brackets in it."),
    )


def duplicate_key(key: str, first: int, here: Location) -> Problem:
    """The same key twice in one mapping; `first` is the line of the first."""
    return problem(
        "yaml-duplicate-key",
        here,
        N_("{key} stands on line {first} and again on line {second}."),
        N_("Keep one of them and remove the other."),
        key=key,
        first=first,
        second=here.line,
    )


def not_finite(text: str, here: Location) -> Problem:
    """``.inf`` and ``.nan``"""
    return problem(
        "yaml-not-finite",
        here,
        N_("{text} is not a number anybody can count with."),
        N_("Write a number, or put it in quotation marks if it is a word."),
        text=text,
    )


def foreign_tag(tag: str, here: Location) -> Problem:
    """``!!python/object`` and the like; `tag` in its long form."""
    return problem(
        "yaml-tag",
        here,
        N_("The marking {tag} is not allowed here; only plain values are."),
        N_("Remove it, or put the value in quotation marks if it is text."),
        tag="!!" + tag.removeprefix(_STANDARD) if tag.startswith(_STANDARD) else f"!<{tag}>",
    )


def hashtag(here: Location) -> Problem:
    """``Song #5``"""
    return problem(
        "yaml-hashtag",
        here,
        N_("Everything from the # on is left out, because a space and a # begin a comment."),
        N_("Put the value in quotation marks if the # belongs to it, or a space after it for a comment."),
        Severity.WARNING,
    )
