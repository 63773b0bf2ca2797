"""Making what is stale: pages are rendered, pictures developed, and all of it is put in place together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from generator.disk import Disk
from generator.incremental import staleness
from generator.incremental.entries import Key
from generator.incremental.outputs import Made, Pairs
from generator.incremental.stamps import Stamps
from generator.incremental.store import Store
from generator.indexing.indexes import Indexes
from generator.manifest import Manifest
from generator.model.body import from_data
from generator.model.card import Card
from generator.model.facts import Facts
from generator.model.page import Page
from generator.model.photo import Gallery, Rendition
from generator.model.problem import Problem, in_order
from generator.noticing import Noticed
from generator.publishing import Publisher, Staged
from generator.rendering.cards import all_cards, design_of
from generator.rendering.renderer import Renderer
from generator.searching import Searching
from generator.survey import Progress, Survey, Target
from generator.workers import useful, worked


class _Page(NamedTuple):
    """What came of an output, as a worker sends it."""

    problems: tuple[Problem, ...]
    staged: Staged | None
    """None if the site holds these bytes already, or there are problems."""
    trace: tuple[Key, ...]
    wants: Pairs
    mark: str | None
    """Of what can be searched in it."""


MANY = 500
"""Pages from which on all keys are loaded at once."""


def make(
    disk: Disk,
    store: Store,
    seen: Survey,
    noticed: Noticed,
    site: Stamps,
    broken: set[str],
    strangers: Iterable[str],
    target: Target,
    progress: Progress | None,
) -> None:
    """Render what is stale and, if all went well, put it in place with the pictures it wants.

    `site` holds the stamps of what was made before, `strangers` are outputs of ours that the store does not
    know. What was done is written into the survey's result.
    """
    with Publisher(disk, target.site, target.staging) as publisher:
        _make(disk, store, seen, noticed, site, broken, strangers, target, publisher, progress)


def _make(
    disk: Disk,
    store: Store,
    seen: Survey,
    noticed: Noticed,
    site: Stamps,
    broken: set[str],
    strangers: Iterable[str],
    target: Target,
    publisher: Publisher,
    progress: Progress | None,
) -> None:
    facts, indexes, result = seen.intake.facts, seen.indexes, seen.result
    if facts is None or indexes is None:
        return
    reasons = stale_outputs(store, seen, indexes, broken)
    if len(reasons) > MANY:
        store.outputs.know_all()
    wanted_before = store.outputs.wants_of(reasons)
    rendered: dict[str, Made] = {}
    problems: list[Problem] = []
    searching = Searching(facts.config, indexes, store.meta("search") or {}, steady=result.steady)
    renderer = renderer_of(partial(noticed.read, disk), store, facts, indexes)

    def render(output: str) -> _Page:
        page = renderer.render(indexes.pages[output])
        new = not page.problems and publisher.differs(output, page.content, site, broken)
        staged = publisher.stage(output, page.content) if new else None
        mark = searching.mark(output, page.content)
        return _Page(page.problems, staged, tuple(page.trace), tuple(sorted(page.wants)), mark)

    pages = _rendered(render, store, seen, {output: indexes.pages[output] for output in reasons}, target)
    for number, (output, page) in enumerate(pages, start=1):
        if progress:
            progress("render", number, len(reasons))
        problems.extend(page.problems)
        if page.staged is not None:
            publisher.add(output, page.staged)
        searching.saw(output, page.mark)
        rendered[output] = Made(store.outputs.pack(page.trace), reasons[output], page.wants)
    result.made = reasons
    # A preview asks for pictures long after the store, from which they may be fetched, has been closed.
    photos = dict(indexes.photos) if target.drafts else indexes.photos
    result.gallery = Gallery(photos, facts.recipes, facts.imaging, facts.config.pictures, design_of(facts))
    same_pictures = (
        seen.result.steady
        and store.meta("pictured")
        and all(each.wants == wanted_before.get(output, ()) for output, each in rendered.items())
        and not any(output.startswith("assets/photos/") for output in broken)
    )
    pairs: set[tuple[str, str]] = set()
    if not same_pictures or (target.drafts and result.gallery.cards):
        wants = store.outputs.wants()
        wants.update({output: each.wants for output, each in rendered.items()})
        pairs = {pair for output, each in wants.items() if output in indexes.pages for pair in each}
    if target.drafts:
        result.gallery = replace(result.gallery, wanted=frozenset(pairs))
    if same_pictures:
        pictures = set[str]()
        complaints = [Problem.from_data(data) for data in store.meta("picture-problems")]
    else:
        pictures, complaints = _pictures(
            disk, result.gallery, pairs, publisher, site, broken, target, progress
        )
        store.set_meta("picture-problems", [each.to_data() for each in complaints])
    result.problems = in_order([*result.problems, *problems, *complaints])
    # Until all of it is in place, nothing is known of the pictures there.
    store.set_meta("pictured", not result.errors)
    if result.errors:
        return
    search_files, complaints = searching.publish(publisher, site, broken, lazily=target.drafts)
    result.searchable = searching.languages
    result.problems = in_order([*result.problems, *complaints])
    extra = pictures | search_files
    gone = searching.gone if same_pictures else staleness.orphans(indexes.pages.keys() | extra, site)
    new = publisher.outputs - site.keys()
    lost = [each for each in strangers if each not in indexes.pages and each not in extra]
    manifest = Manifest(disk, target.manifest, store)
    if new or lost:
        manifest.claim([*site, *new, *lost])
    else:
        manifest.confirm()
    stamps = publisher.publish([*gone, *lost], site.keys(), target.linger)
    result.written, result.removed = len(stamps), gone
    rendered.update({output: Made(b"", ()) for output in extra if output in stamps})
    store.set_meta("search", searching.state)
    store.outputs.save(rendered, gone)
    store.site.save(site.changed(stamps, gone))


def renderer_of(read: Callable[[str], bytes], store: Store, facts: Facts, indexes: Indexes) -> Renderer:
    """A renderer that reads theme files from the disk and bodies from the store."""
    return Renderer(facts, indexes, read, lambda path: from_data(store.records.text(path)))


def _rendered(
    render: Callable[[str], _Page], store: Store, seen: Survey, pages: Mapping[str, Page], target: Target
) -> Iterator[tuple[str, _Page]]:
    """Every output with what came of it."""
    workers = target.workers if store.shareable else 1
    if useful(len(pages), workers):
        _let_see(store, seen)
    keys: dict[str, str] = {}

    def render_there(output: str) -> _Page:
        page = render(output)
        # Equal keys as one object: so they are sent once for all pages that are sent together.
        return page._replace(trace=tuple([keys.setdefault(key, key) for key in page.trace]))

    return worked(render_there, pages, workers, lambda output: pages[output].type, store.reopen)


def _let_see(store: Store, seen: Survey) -> None:
    """Make lasting what was read, for workers to read it from the store.

    What moved is put on the list of what the next build has to make good, in case this one is killed. Outputs
    that were never made need no list.
    """
    store.set_meta("pending", sorted(seen.delta) if store.outputs.paths() else [])
    store.set_meta("published", False)
    store.set_meta("settled", False)
    store.commit()


def stale_outputs(
    store: Store, seen: Survey, indexes: Indexes, broken: set[str]
) -> dict[str, tuple[str, ...]]:
    """Pages to make again, each with why."""
    numbers = store.outputs.numbers(seen.delta)
    traces: dict[str, Iterable[int]] = dict(store.outputs.touched(numbers))
    wanted: Iterable[str] = indexes.pages
    if seen.result.steady and store.meta("published"):
        # All pages are there: only those can be stale that were touched or damaged.
        traces.update((output, ()) for output in broken if output not in traces)
        wanted = [output for output in sorted(traces) if output in indexes.pages]
    else:
        traces = {**dict.fromkeys(store.outputs.paths(), ()), **traces}
    found = staleness.stale(wanted, traces, frozenset(numbers), broken)
    return {
        output: tuple(sorted(numbers[each] if isinstance(each, int) else each for each in why))
        for output, why in found.items()
    }


def _pictures(
    disk: Disk,
    gallery: Gallery,
    pairs: set[tuple[str, str]],
    publisher: Publisher,
    known: Stamps,
    broken: set[str],
    target: Target,
    progress: Progress | None,
) -> tuple[set[str], list[Problem]]:
    """Have every picture made that a page wants; returns their outputs and what is to be said of them."""
    if not pairs and not any(output.startswith("assets/photos/") for output in known):
        return set(), []
    from generator import developing
    from generator.rendering.pictures import all_renditions, check_sizes

    wanted: dict[str, Rendition | Card] = {**all_renditions(gallery, pairs), **all_cards(gallery, pairs)}
    new = {output: each for output, each in wanted.items() if output not in known or output in broken}
    for output in broken & new.keys():
        # Where the disk links files, whoever wrote over the one in the site wrote over the one in the cache.
        if disk.stat(f"{target.site}/{output}") is not None:
            disk.remove(developing.cached(new[output]))
    if target.drafts:
        # A preview is looked at page by page: its pictures are made when a browser asks for them.
        new = {output: each for output, each in new.items() if disk.stat(developing.cached(each)) is not None}
    problems = developing.develop(disk, new.values(), gallery, progress)
    if not problems:
        for output, rendition in new.items():
            # A rendition's name is its digest: two files of one name hold the same bytes.
            publisher.stage_link(output, developing.cached(rendition))
        if not target.drafts:
            developing.prune(disk, wanted.values())
    return set(wanted), [*problems, *check_sizes(gallery, pairs)]
