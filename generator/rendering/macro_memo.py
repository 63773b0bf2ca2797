"""Macros that show the same story on many pages are run once.

When reuse is legal: a macro of a file that is imported without context sees nothing but its arguments and
the environment's functions (see `environment`), and a story's view answers from facts and indexes for one
language. So its text depends on the language, the ids of the stories it is given and plain values, and on
what it looked at, which is remembered with it and counts as looked at by every page it is shown on. A macro
that is given anything else, or a `caller`, is run each time.

A card stands on five pages on average; without this it took a quarter of the time of rendering.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any

import jinja2
from jinja2.runtime import Macro
from markupsafe import Markup

from generator.incremental.tracker import Tracker
from generator.rendering.look import Look
from generator.rendering.story_view import StoryView
from generator.rendering.words import Words

_PLAIN = frozenset({str, int, float, bool, type(None), Markup})
_MOST = 20_000
"""Texts kept, of about two kilobytes with their traces."""


class Memo:
    """What macros said, and what they looked at for it."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.story: Callable[[Look, str], StoryView]
        """Makes the view of a story for a look of its own."""
        self._said: dict[Hashable, tuple[str, tuple[str, ...], frozenset[tuple[str, str]]]] = {}

    def remembering(self, macro: Macro) -> Callable[..., str]:
        """The macro, run once for equal arguments."""

        def call(*args: Any, **kwargs: Any) -> str:
            look = self.words.look
            key = None if look is None else _key(macro, look, args, kwargs)
            if look is None or key is None:
                return macro(*args, **kwargs)
            found = self._said.get(key)
            if found is None:
                if len(self._said) >= _MOST:
                    self._said.clear()
                found = self._said[key] = self._run(macro, look, args, kwargs)
            text, keys, wants = found
            look.tracker.saw_all(keys)
            look.wants |= wants
            return text

        return call

    def _run(
        self, macro: Macro, look: Look, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> tuple[str, tuple[str, ...], frozenset[tuple[str, str]]]:
        """Run a macro with a look of its own, so that what it asks is known apart."""
        own = look.alone(Tracker())

        def seen(value: Any) -> Any:
            return self.story(own, value.id) if type(value) is StoryView else value

        self.words.look = own
        try:
            text = macro(*map(seen, args), **{name: seen(value) for name, value in kwargs.items()})
        finally:
            self.words.look = look
        return text, tuple(own.tracker.trace), frozenset(own.wants)


def _key(macro: Macro, look: Look, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Hashable | None:
    """What a macro's text depends on; None if nobody can say."""
    named: list[Hashable] = [macro, look.language.tag]
    for name, value in (*enumerate(args), *kwargs.items()):
        kind = type(value)
        if kind is StoryView:
            if not value.seen_by(look):
                return None
            named.append((name, kind, value.id))
        elif kind in _PLAIN:
            named.append((name, kind, value))
        else:
            return None
    return tuple(named)


class RememberingTemplate(jinja2.Template):
    """A template of a `RecordingEnvironment` whose macros are remembered when it is imported."""

    def make_module(self, vars: Any = None, shared: bool = False, locals: Any = None) -> Any:
        """See jinja2."""
        environment: Any = self.environment
        if vars or locals or not self.name:
            return super().make_module(vars, shared, locals)
        with environment.opening(self.name):
            module = super().make_module(vars, shared, locals)
        for name, value in list(module.__dict__.items()):
            if isinstance(value, Macro):
                setattr(module, name, environment.memo.remembering(value))
        return module
