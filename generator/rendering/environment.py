"""The Jinja environment: one for the whole site, autoescaping, and every template look-up is recorded.

Overriding the public `get_template` and `select_template` sees every extends, include and import, also
dynamic and missing ones: the answer "there is no such template" is remembered like any other. The page in
work reaches the environment as one attribute set around the render; an overlay per page costs 1.9 ms.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import jinja2
from jinja2 import nodes

from generator.indexing.pages import asset_address
from generator.model.facts import Facts
from generator.rendering.look import Look
from generator.rendering.macro_memo import Memo, RememberingTemplate
from generator.rendering.words import Words


class UnsafeMacros(jinja2.TemplateSyntaxError):
    """A file that is imported without context does more than define macros."""


class RecordingEnvironment(jinja2.Environment):
    """See above. `read` gives the text of a template by its path in the project."""

    template_class = RememberingTemplate

    def __init__(self, facts: Facts, read: Callable[[str], str]) -> None:
        super().__init__(
            loader=jinja2.FunctionLoader(self._source),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
            cache_size=-1,
        )
        self._facts = facts
        self._read = read
        self.words = words = Words()
        self.globals.update(
            _=words.gettext,
            ngettext=words.ngettext,
            plural_forms=words.plural_forms,
            asset=self._asset,
            token=self._token,
        )
        self.memo = Memo(words)
        self._opening: list[str] = []
        """Files whose macros are being made, the innermost last."""
        self._brought: dict[str, set[str]] = {}
        """File of macros -> the templates its body asked for: Jinja runs it once, for the first page."""
        self.filters.update(
            date=words.date,
            datetime=words.datetime,
            number=words.number,
            joined=words.joined,
            hostname=words.hostname,
            language_name=words.language_name,
        )

    def get_template(self, name: Any, parent: Any = None, globals: Any = None) -> jinja2.Template:
        """Record, then load."""
        self._saw(name)
        return super().get_template(name, parent, globals)

    def select_template(
        self, names: Iterable[Any], parent: Any = None, globals: Any = None
    ) -> jinja2.Template:
        """Record each name up to the first that is there, then load."""
        candidates = list(names)
        for name in candidates:
            if isinstance(name, str) and name in self._facts.templates:
                return self.get_template(name, parent, globals)
            self._saw(name)
        raise jinja2.TemplatesNotFound(candidates)

    def render(self, names: Iterable[str], look: Look, variables: Mapping[str, Any]) -> str:
        """Render the first of the named templates for one page."""
        before, self.words.look = self.words.look, look
        try:
            return self.select_template(names).render(variables)
        finally:
            self.words.look = before

    @contextmanager
    def opening(self, name: str) -> Iterator[None]:
        """Around the run of a macro file's body: what it asks for, every page that imports it asks for."""
        self._brought[name] = set()
        self._opening.append(name)
        try:
            yield
        finally:
            self._opening.pop()

    def _saw(self, name: object) -> None:
        if self.words.look is not None and isinstance(name, str):
            names = (name, *self._brought.get(name, ()))
            for each in names:
                self.words.look.saw(f"template:{each}")
            for opened in self._opening:
                self._brought[opened].update(names)

    def _asset(self, name: str) -> str:
        look = self.words.look
        if look is not None:
            look.saw(f"asset:{name}")
        path = self._facts.assets.get(name)
        if path is None:
            raise jinja2.TemplateRuntimeError(f"the theme has no static file named {name}")
        return asset_address(name, self._facts.digests[path])

    def _token(self, name: str, scheme: str = "light") -> str:
        """The value of a design token, for the few places no style sheet reaches, such as ``theme-color``."""
        if self.words.look is not None:
            self.words.look.saw(f"token:{name}")
        token = self._facts.tokens.get(name)
        if token is None:
            raise jinja2.TemplateRuntimeError(f"the theme has no token named {name}")
        return token.dark if scheme == "dark" else token.light

    def _source(self, name: str) -> tuple[str, str, None] | None:
        path = self._facts.templates.get(name)
        if path is None:
            return None
        text = self._read(path)
        if name.rpartition("/")[2].startswith("macros"):
            _check_macros(self, text, name, path)
        return text, path, None


def _check_macros(environment: jinja2.Environment, text: str, name: str, path: str) -> None:
    """Refuse anything but macros in a macro file.

    Jinja runs the body of an imported file once and keeps the result for all pages: what it read would be
    recorded for the first page only, and the others would go stale unnoticed.
    """
    for node in environment.parse(text, name, path).body:
        plain = isinstance(node, nodes.Output) and all(
            isinstance(part, nodes.TemplateData) and not part.data.strip() for part in node.nodes
        )
        if not plain and not isinstance(node, nodes.Macro | nodes.Import | nodes.FromImport):
            raise UnsafeMacros("a macro file may hold nothing but macros", node.lineno, name, path)
