"""Design tokens: declared in ``theme.yaml``, overridden one by one in child themes and by the site.

A declaration says a type and a value; who overrides writes the value alone::

    colour-ink: {type: colour, light: "#15242c", dark: "#e9eff0"}
    colour-ink: {dark: "#ffffff"}
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from generator.model.colour import parse_colour
from generator.model.problem import N_, Location, Problem, problem
from generator.model.token import ContrastPair, Saying, Token, TokenType, Use
from generator.reading.entries import Entries
from generator.reading.field_values import as_written, choice, shown
from generator.reading.mistake import Empty, Mistake, unknown_key
from generator.reading.suggest import closest
from generator.reading.token_values import CHECKS, colour

_NAME = re.compile(r"[a-z][a-z0-9]*(?:--?[a-z0-9]+)*", re.ASCII)
_TYPE = choice({each.value: {} for each in TokenType})
_SCHEMES = ("light", "dark")


def read_sayings(group: Entries) -> tuple[Saying, ...]:
    """What a file says of tokens."""
    found = []
    for name, value in group.data.items():
        if not _NAME.fullmatch(name):
            group.report_key(
                Mistake(
                    "token-name",
                    N_('"{name}" cannot be the name of a token.'),
                    N_("Use lower-case letters a-z, digits and hyphens, beginning with a letter: colour-ink"),
                    name=shown(name),
                ),
                name,
            )
            continue
        below = value if isinstance(value, dict) else {}
        inner = group.group(name) if below else group
        parts = {key: inner.where(key) for key in below} | {f"{key}:": inner.where_key(key) for key in below}
        found.append(Saying(name, value, group.where_key(name), group.where(name), parts))
    return tuple(found)


def read_pairs(group: Entries) -> tuple[ContrastPair, ...]:
    """Which colours are seen together: use -> token of what is seen -> tokens of what it is seen on."""
    found = []
    for use in Use:
        pairs = group.group(use.value)
        for text in pairs:
            for number, ground in enumerate(pairs.list(text)):
                found.append(ContrastPair(text, ground, use, pairs.where(f"{text}[{number}]")))
    group.finish()
    return tuple(found)


def resolve(layers: Iterable[Sequence[Saying]]) -> tuple[dict[str, Token], list[Problem]]:
    """The tokens as they are in the end. Layers come in the order they are heard: the root theme's first."""
    tokens: dict[str, Token] = {}
    problems: list[Problem] = []
    for layer, sayings in enumerate(layers):
        for saying in sayings:
            token = _heard(saying, tokens, problems)
            if token is not None:
                tokens[token.name] = replace(token, layer=layer)
    return _without_aliases(tokens, problems), problems


def _heard(saying: Saying, tokens: Mapping[str, Token], problems: list[Problem]) -> Token | None:
    """The token after one more file had its say; None if it said nothing that can be used."""
    before = tokens.get(saying.name)
    value = dict(saying.value) if isinstance(saying.value, dict) else saying.value
    type_ = before.type if before else None
    if isinstance(value, dict) and "type" in value:
        type_ = _checked(lambda said: TokenType(_TYPE(said)), value.pop("type"), "type", saying, problems)
        if type_ is None:
            return None
        if before is not None and before.type is not type_:
            before = None
    if type_ is None:
        problems.append(_unknown(saying.name, tokens, saying.key))
        return None
    known = {"type", "value", *(_SCHEMES if type_ is TokenType.COLOUR else ())}
    for key in value if isinstance(value, dict) else ():
        if key not in known:
            names = {name: name for name in sorted(known)}
            problems.append(unknown_key(key, names, saying.name, saying.parts[f"{key}:"]))
    if isinstance(value, dict) and ("value" in value or type_ is not TokenType.COLOUR):
        value = value.get("value")
    if type_ is TokenType.COLOUR:
        return _colour(saying, value, before, problems)
    css = _checked(CHECKS[type_], value, "value", saying, problems)
    return None if css is None else Token(saying.name, type_, css, css, where=saying.where)


def _colour(saying: Saying, value: Any, before: Token | None, problems: list[Problem]) -> Token | None:
    if not isinstance(value, dict):
        said = as_written(value) if isinstance(value, str) else ""
        if _NAME.fullmatch(said) and parse_colour(said) is None:
            return Token(saying.name, TokenType.COLOUR, "", "", said, saying.where)
        value = {"light": value, "dark": value}
    found = {
        scheme: css
        for scheme in _SCHEMES
        if scheme in value and (css := _checked(colour, value[scheme], scheme, saying, problems)) is not None
    }
    if not found:
        if not any(scheme in value for scheme in _SCHEMES):
            problems.append(Empty().at(saying.where, saying.name))
        return None
    other = next(iter(found.values()))
    light = found.get("light") or (before.light if before and before.light else other)
    dark = found.get("dark") or (before.dark if before and before.dark else other)
    return Token(saying.name, TokenType.COLOUR, light, dark, where=saying.where)


def _checked(check: Any, value: Any, part: str, saying: Saying, problems: list[Problem]) -> Any:
    """What `check` makes of a value; None, and a Problem, if it is wrong."""
    inner = part in saying.parts
    try:
        if value is None:
            raise Empty
        return check(value)
    except Mistake as mistake:
        where = saying.parts[part] if inner else saying.where
        problems.append(mistake.at(where, f"{saying.name}.{part}" if inner else saying.name))
        return None


def _unknown(name: str, tokens: Mapping[str, Token], where: Location) -> Problem:
    if meant := closest(name, tokens):
        return problem(
            "token-unknown",
            where,
            N_('The theme has no token "{name}". Did you mean "{meant}"?'),
            N_('Write "{meant}", or remove the line.'),
            name=shown(name),
            meant=meant,
        )
    return problem(
        "token-unknown",
        where,
        N_('The theme has no token "{name}".'),
        N_("Tokens are declared with a type under tokens: in theme.yaml. There are: {tokens}"),
        name=shown(name),
        tokens=", ".join(tokens) or "-",
    )


def _without_aliases(tokens: Mapping[str, Token], problems: list[Problem]) -> dict[str, Token]:
    """Tokens with the colours that those hold which they stand for."""
    found: dict[str, Token] = {}
    for token in tokens.values():
        end, seen = token, [token.name]
        while end.alias and end.alias in tokens and end.alias not in seen:
            seen.append(end.alias)
            end = tokens[end.alias]
        if not end.alias and end.type is TokenType.COLOUR:
            found[token.name] = replace(token, light=end.light, dark=end.dark)
        elif not token.alias:
            found[token.name] = token
        elif token.alias in seen[:1] or end.alias in seen:
            problems.append(
                problem(
                    "token-circle",
                    token.where,
                    N_('The token "{name}" stands, in the end, for itself: {way}'),
                    N_("Give one of them a colour of its own."),
                    name=token.name,
                    way=" > ".join([*seen, end.alias]),
                )
            )
        elif end is token or end.type is not TokenType.COLOUR:
            problems.append(_no_colour(token, tokens))
    return found


def _no_colour(token: Token, tokens: Mapping[str, Token]) -> Problem:
    """A word that is neither a colour nor the name of one."""
    colours = [each.name for each in tokens.values() if each.type is TokenType.COLOUR and each is not token]
    return problem(
        "colour-expected",
        token.where,
        N_('{field} should be a colour or the name of one, not "{text}". Nearest: {meant}'),
        N_('Write it in quotes, for instance "#0b5567", or as oklch(45% 0.08 220).'),
        field=token.name,
        text=shown(token.alias),
        meant=closest(token.alias, colours) or "-",
    )


def unknown_in_pairs(pairs: Iterable[ContrastPair], tokens: Mapping[str, Token]) -> list[Problem]:
    """Pairs of which one is no colour of the theme."""
    colours = {name: token for name, token in tokens.items() if token.type is TokenType.COLOUR}
    names = ((name, pair.where) for pair in pairs for name in (pair.text, pair.ground))
    return [_unknown(name, colours, where) for name, where in names if name not in colours]
