"""Pulsen: the bench's corpus as a Pulsen site, with a theme that writes the pages the peers write.

From the bench's folder, alone or beside installed peers:

    BENCH_ADAPTERS=PROJECT/tests/bench/adapters python3 bench.py build pulsen --stories 1000 --runs 3
    BENCH_ADAPTERS=PROJECT/tests/bench/adapters python3 bench.py build pulsen eleventy hugo --stories 1000

The code measured is that of the project this file stands in. BENCH_PULSEN names a Python that has what
Pulsen depends on; without it, `$BENCH_VENVS/pulsen` is asked, then the project's own `.venv`.

How the corpus becomes Pulsen's:

- Pulsen dates are days, and stories of one day stand in the order of their ids. The corpus has 24 stories a
  day. So `published` holds the true moment and is what pages show, `updated` the true day (the sitemap's
  lastmod), and `date` a day of its own for each story, newest first, from which only the order follows.
- Links to pages become ids of stories, and `![alt](/images/photo-001.jpg)` becomes `![alt](photo-001)`. The
  pictures are empty drawings that no template asks a rendition of; `figure.html` writes the peers' address.
- Pages of a tag hold as many stories as pages of a kind, where the peers list all on one page.
- Feeds are Atom, and there are pages the peers do not have: a choice of language, an overview of the tags,
  pages for addresses that lead nowhere, robots.txt.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
from datetime import date, timedelta
from pathlib import Path

from ..base import Adapter, Env, Story, Watch, front_matter, read_story, write

PROJECT = Path(__file__).resolve().parents[4]
NEWEST = date(2026, 6, 1)
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3" viewBox="0 0 4 3"></svg>\n'
SIDECAR = "decorative: true\ncredit: Nobody\nlicence: CC0-1.0\n"
_IMAGE = re.compile(r"(?<=\]\()/images/([\w-]+)\.jpg(?=\))")
_LINK = re.compile(r"(?<=\]\()/[^\s()]+/(?=\))")


def _words(langs: list[str], text: str) -> str:
    """One text for all languages, as YAML."""
    return json.dumps(dict.fromkeys(langs, text))


def _order(key: str) -> str:
    """The day that puts a story in its place: the corpus numbers its stories from the newest on."""
    return (NEWEST - timedelta(days=int(key.rpartition("-")[2]))).isoformat()


class Peer(Adapter):
    """See the module."""

    name = "pulsen"
    template = "themes/bench/templates/layout.html"
    output = "build/site"
    caches = ("build",)

    def __init__(self, env: Env) -> None:
        super().__init__(env)
        self.ids: dict[str, str] = {}
        """Address -> story id."""
        self.pictures: set[str] = set()

    # Mapping

    def prepare(self, corpus: Path, site: Path) -> None:
        """Write the site, then mark its translations as made from the present texts."""
        files = json.loads((corpus / "corpus.json").read_text(encoding="utf-8"))["files"]
        stories = (read_story(corpus / name) for name in files)
        self.ids = {story.url: "{kind}/{translation_key}".format(**story.meta) for story in stories}
        super().prepare(corpus, site)
        for name in self.pictures:
            write(site / "assets/photos" / f"{name}.svg", PICTURE)
            write(site / "assets/photos" / f"{name}.yaml", SIDECAR)
        command = [*self.command(site), "translations", "accept", "--all"]
        environment = {**os.environ, **self.environ()}
        subprocess.run(command, cwd=site, env=environment, stdout=subprocess.DEVNULL, check=True)

    def configure(self, site: Path, manifest: dict) -> None:
        """Write the settings, the kinds and the tags."""
        langs = manifest["langs"]
        languages = "".join(f"  {lang}: {{name: {lang}}}\n" for lang in langs)
        write(
            site / "content/site.yaml",
            f"name: {_words(langs, 'Bench City')}\n"
            f"description: {_words(langs, 'Bench City')}\n"
            "base_url: https://example.org\n"
            "time_zone: UTC\n"
            "theme: bench\n"
            f"source_language: {langs[0]}\n"
            f"languages:\n{languages}"
            f"kinds: {json.dumps(manifest['kinds'])}\n"
            f"vocabularies:\n  tags: {{label: {_words(langs, 'tags')}, segment: {_words(langs, 'tags')}}}\n"
            "listings: {per_page: 20}\n",
        )
        for kind in manifest["kinds"]:
            named = _words(langs, kind)
            write(
                site / f"content/kinds/{kind}.yaml",
                f"folder: {kind}\nlabel: {named}\nplural: {named}\nsegment: {named}\n"
                "schema: Article\n"
                "order: [-date]\n"
                "fields:\n"
                "  published: {type: datetime}\n"
                "  cover: {type: text}\n"
                "  cover_alt: {type: text, translatable: true}\n"
                "  position: {type: point}\n",
            )
        tags = "".join(f"{tag}: {_words(langs, tag)}\n" for tag in manifest["tags"])
        write(site / "content/vocabularies/tags.yaml", tags)
        self.source_language = langs[0]

    def place(self, story: Story, site: Path) -> None:
        """Write one story, its links and pictures as Pulsen names them."""
        self.pictures.update(_IMAGE.findall(story.body))
        body = _IMAGE.sub(r"\1", story.body)
        body = _LINK.sub(lambda found: self.ids.get(found[0], found[0]), body)
        write(self.source(site, story.meta), f"{front_matter(self.map(story))}\n{body}")

    def map(self, story: Story) -> dict:
        """The front matter: what all languages share stands in the source language's file alone."""
        meta = story.meta
        own = {
            "title": meta["title"],
            "summary": meta["description"],
            "slug": meta["slug"],
            "updated": meta["date"][:10],
            "cover_alt": meta["cover"]["alt"],
        }
        if meta["lang"] != self.source_language:
            return {**own, "translation": {"by": "human", "of": "0"}}
        return {
            **own,
            "date": _order(meta["translation_key"]),
            "published": meta["date"],
            "tags": meta["tags"],
            "position": meta["coordinates"],
            "cover": meta["cover"]["src"],
        }

    def source(self, site: Path, meta: dict) -> Path:
        """The file of a story."""
        return site / "content" / meta["kind"] / "{translation_key}.{lang}.md".format(**meta)

    # Running

    @property
    def python(self) -> str:
        """The Python that runs Pulsen."""
        own = self.env.venv("pulsen", "python")
        default = own if Path(own).exists() else str(PROJECT / ".venv/bin/python")
        return os.environ.get("BENCH_PULSEN") or default

    def command(self, site: Path) -> list[str]:
        """`pulsen` for a site."""
        return [self.python, "-m", "generator", "--project", str(site)]

    def environ(self) -> dict:
        """The project's own code, whatever is installed."""
        return {"PYTHONPATH": str(PROJECT)}

    def version(self) -> str:
        """Versions of Pulsen and of what it spends its time in."""
        show = (
            f"import platform, sys; sys.path.insert(0, {str(PROJECT)!r}); "
            "import generator, jinja2, markdown; "
            "print('Pulsen', generator.__version__, 'Markdown', markdown.__version__, "
            "'Jinja2', jinja2.__version__, 'Python', platform.python_version())"
        )
        return self.ask(self.python, "-W", "ignore", "-c", show)

    def build(self, site: Path) -> list[str]:
        """Build once."""
        return [*self.command(site), "build"]

    def watches(self, site: Path, port: int) -> dict[str, Watch]:
        """The preview."""
        command = [*self.command(site), "serve", "--port", str(port)]
        return {"serve": Watch(command, f"http://127.0.0.1:{port}")}
