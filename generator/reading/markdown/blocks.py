"""Fenced blocks whose info word is one of the theme's blocks: YAML -> a Block with checked data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from generator.model.body import Block
from generator.model.kind import BlockType, FieldType, leaves
from generator.model.problem import N_, Location, Problem, Severity, problem
from generator.model.story import Reference
from generator.reading.markdown.fences import Fence
from generator.reading.suggest import closest

Parse = Callable[[str, int, int], list[list[Any]]]
"""Reads the Markdown of one field: its text, the line it begins on, and how far it is indented."""


class ReadBlock(NamedTuple):
    """A block that was read, and what is to be known about it."""

    block: Block
    references: tuple[Reference, ...] = ()
    texts: tuple[str, ...] = ()
    """Its plain texts, whose words count."""
    problems: tuple[Problem, ...] = ()


def info_word(fence: Fence) -> str:
    """The first word after the opening marks: a block's name or a programming language."""
    return fence.info.split(maxsplit=1)[0] if fence.info else ""


def about_name(
    fence: Fence, names: Mapping[str, BlockType], location: Location, nested: bool
) -> Problem | None:
    """What is to be said about a fence that will be shown as code, if anything."""
    word = info_word(fence)
    if word in names:
        hint = N_("Begin the line at the left margin.")
        return problem(
            "block-place",
            location,
            N_("The block {name} cannot stand inside a list, a quote or another block."),
            N_("Write plain Markdown here instead.") if nested else hint,
            name=word,
        )
    meant = closest(word, names) if word else ""
    if not meant:
        return None
    return problem(
        "block-unknown",
        location,
        N_("There is no block called {name}, so this is shown as code."),
        N_("Did you mean {meant}?"),
        Severity.WARNING,
        name=word,
        meant=meant,
    )


def _origin(lines: list[str], first_line: int, mark: Location | None) -> tuple[int, int]:
    """Line and indentation of the text of a YAML value, from where the value begins."""
    if mark is None or not 0 <= mark.line - first_line < len(lines):
        return first_line, 0
    written = lines[mark.line - first_line][mark.column - 1 :]
    if written[:1] not in ("|", ">"):
        return mark.line, mark.column - 1 + (written[:1] in ("'", '"'))
    inside = next((each for each in lines[mark.line - first_line + 1 :] if each.strip()), "")
    return mark.line + 1, len(inside) - len(inside.lstrip(" "))


def read_block(
    fence: Fence,
    type_: BlockType,
    location: Location,
    first_line: int,
    language: str,
    languages: tuple[str, ...],
    parse: Parse,
) -> ReadBlock:
    """Read a fence as a block. `location` is the fence's, `first_line` the file's line its YAML begins on;
    `language` is the text's, `languages` are the site's, the source language first.
    """
    # Pydantic is heavy, and most texts have no block.
    from generator.reading.printed import printed
    from generator.reading.schema import references, validate, with_markdown
    from generator.reading.yaml_text import parse_yaml

    result = parse_yaml(fence.code, location.path, first_line)
    if result.problems:
        return ReadBlock(Block(type_.name), problems=result.problems)
    data = {} if result.data is None else result.data
    if not isinstance(data, dict):
        complaint = problem(
            "block-form",
            location,
            N_("The block {name} needs lines such as {example}."),
            N_("Write one field a line: its name, a colon, a space and its value."),
            name=type_.name,
            example=f"{type_.fields[0].name}: ..." if type_.fields else "title: ...",
        )
        return ReadBlock(Block(type_.name), problems=(complaint,))
    marks = {**result.marks, "": location}
    values, problems = validate(
        type_.fields,
        data,
        marks,
        result.raw,
        location.path,
        languages=languages,
        owner=type_.name,
    )
    # They stand in the body, whatever the block calls its fields.
    found = tuple(replace(each, field="") for each in references(type_.fields, values, marks, location.path))
    texts = tuple(
        value
        for each in type_.fields
        for _, leaf, value in leaves(each, values.get(each.name), each.name)
        if leaf.type is FieldType.TEXT and isinstance(value, str)
    )
    lines = fence.code.split("\n")

    def read(text: str, key_path: str) -> object:
        return parse(text, *_origin(lines, first_line, result.marks.get(key_path)))

    block = Block(type_.name, with_markdown(type_.fields, printed(type_.fields, values, language), read))
    return ReadBlock(block, found, texts, tuple(problems))
