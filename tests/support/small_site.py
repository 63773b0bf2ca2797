"""Whole small sites as text, for tests of the build."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

from generator.build import build
from generator.survey import PUBLISHED, Result, Target
from tests.support.memory_disk import MemoryDisk

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)

SITE = """\
-- content/site.yaml --
name: {sv: Provstad, en: Testville}
description: {sv: En stad på prov., en: A town on trial.}
base_url: https://example.org
time_zone: Europe/Stockholm
theme: plain
source_language: sv
languages:
  sv: {name: Svenska}
  en: {name: English, fallback: [sv]}
listings: {per_page: 2}
feeds: {formats: []}
vocabularies:
  tags: {label: {sv: Ämnen, en: Topics}, segment: {sv: amnen, en: topics}}
-- content/vocabularies/tags.yaml --
sea: {sv: Havet, en: The sea}
art: {sv: Konst, en: Art}
-- content/kinds/place.yaml --
folder: places
label: {sv: Plats, en: Place}
plural: {sv: Platser, en: Places}
segment: {sv: platser, en: places}
fields:
  address: {type: text, label: {sv: Adress, en: Address}}
-- content/kinds/person.yaml --
folder: people
label: {sv: Människa, en: Person}
plural: {sv: Människor, en: People}
segment: {sv: manniskor, en: people}
fields:
  home: {type: relation, to: [place], label: {sv: Hem, en: Home}}
-- content/places/tower.sv.md --
---
title: Tornet
summary: Ett torn.
tags: [art]
address: Torget 1
---
Högt uppe, med utsikt mot [hamnen](places/harbour).
-- content/places/tower.en.md --
---
title: The tower
slug: the-tower
summary: A tower.
translation: {by: human, of: none}
---
High up, with a view of [the harbour](places/harbour).
-- content/places/harbour.sv.md --
---
title: Hamnen
summary: En hamn.
tags: [sea]
---
Salt.
-- content/people/anna.sv.md --
---
title: Anna
summary: Bor i tornet.
home: places/tower
---
Hon målar.
-- themes/plain/theme.yaml --
name: plain
-- themes/plain/templates/layout.html --
<!doctype html><html lang="{{ page.language.tag }}"><title>{{ page.title }}</title>
<link rel="stylesheet" href="{{ asset("style.css") }}"><script>{{ page.head.linked_data }}</script>
{% block main %}{% endblock %}
<p>{{ _("Goodbye") }}</p>
-- themes/plain/templates/macros.html --
{% macro card(story) %}<a href="{{ story.url }}">{{ story.title }}</a>{% endmacro %}
-- themes/plain/templates/story.html --
{% extends "layout.html" %}{% from "macros.html" import card %}
{% block main %}<h1>{{ story.title }}</h1>{{ story.body }}
{% for fact in story.facts %}{{ fact.label }}:
{{ fact.value.title if fact.type == "relation" else fact.value }}{% endfor %}
{% for other in story.mentions %}<i>{{ card(other) }}</i>{% endfor %}{% endblock %}
-- themes/plain/templates/listing.html --
{% extends "layout.html" %}{% from "macros.html" import card %}
{% block main %}<h1>{{ kind.plural }}</h1>{% for story in stories %}{{ card(story) }}
{% endfor %}{% endblock %}
-- themes/plain/templates/term.html --
{% extends "layout.html" %}{% from "macros.html" import card %}
{% block main %}<h1>{{ term.name }}</h1>{% for story in stories %}{{ card(story) }}
{% endfor %}{% endblock %}
-- themes/plain/templates/terms.html --
{% extends "layout.html" %}
{% block main %}{% for term in terms %}{{ term.name }} {{ term.count }} {% endfor %}{% endblock %}
-- themes/plain/templates/home.html --
{% extends "layout.html" %}
{% block main %}<h1>{{ site.name }}</h1>
{{ site.index_url or "" }}
{% for kind in site.kinds %}<a href="{{ kind.url }}">{{ kind.plural }}</a>{% endfor %}{% endblock %}
-- themes/plain/templates/not-found.html --
{% extends "layout.html" %}
-- themes/plain/templates/chooser.html --
{% for choice in choices %}<a href="{{ choice.url }}">{{ choice.name }}</a>{% endfor %}
-- themes/plain/static/style.css --
body { color: black }
-- themes/plain/locale/sv.po --
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgid "Goodbye"
msgstr "Hej då"
"""

_HEADER = re.compile(r"^-- (\S+) --\n", re.MULTILINE)


def files(archive: str) -> dict[str, str]:
    """Path -> text of a site written as one text."""
    pieces = _HEADER.split(archive)[1:]
    return dict(zip(pieces[::2], pieces[1::2], strict=True))


class SmallSite:
    """A small site on a disk in memory."""

    def __init__(self, folder: Path, archive: str = SITE) -> None:
        self.disk = MemoryDisk(folder)
        self.folder = folder
        for path, text in files(archive).items():
            self.disk.put(path, text)

    def build(self, now: datetime = NOW, target: Target = PUBLISHED, fingerprint: str = "test") -> Result:
        """Bring the site up to date."""
        self.disk.tick()
        self.disk.forget_touches()
        return build(self.disk, now, fingerprint, target)

    def edit(self, path: str, old: str, new: str) -> None:
        """Replace text in a source."""
        before = self.disk.text(path)
        assert old in before, f"{old!r} is not in {path}"
        self.disk.put(path, before.replace(old, new))

    def page(self, output: str) -> str:
        """A finished page."""
        return self.disk.text(f"build/site/{output}")

    def site(self) -> dict[str, bytes]:
        """The whole finished site."""
        return self.disk.tree("build/site")
