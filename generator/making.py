"""Making what is stale: pages are rendered, pictures developed, and all of it is put in place together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.disk import Disk
from generator.incremental import staleness
from generator.incremental.store import Made, Stamp, Store
from generator.indexing.indexes import Indexes
from generator.model.body import from_data
from generator.model.facts import Facts
from generator.model.photo import Gallery
from generator.model.problem import Problem, in_order
from generator.publishing import Publisher
from generator.rendering.renderer import Rendered, Renderer
from generator.survey import Progress, Survey, Target


def make(
    disk: Disk,
    store: Store,
    seen: Survey,
    broken: set[str],
    target: Target,
    progress: Progress | None,
) -> None:
    """Render what is stale and, if all went well, put it in place with the pictures it wants.

    What was done is written into the survey's result.
    """
    facts, indexes, result = seen.intake.facts, seen.indexes, seen.result
    if facts is None or indexes is None:
        return
    found = staleness.stale(indexes.pages, store.traces(), store.numbers(seen.delta), broken)
    reasons = {output: _named(store, why) for output, why in found.items()}
    known = store.output_stamps()
    publisher = Publisher(disk, target.site, target.staging)
    publisher.begin()
    rendered: dict[str, tuple[bytes, list[tuple[str, str]]]] = {}
    """Output -> its packed trace and what it wants."""
    problems: list[Problem] = []
    for number, (output, page) in enumerate(render_all(disk, store, facts, indexes, reasons), start=1):
        if progress:
            progress("render", number, len(reasons))
        problems.extend(page.problems)
        if not page.problems and publisher.differs(output, page.content, known, broken):
            publisher.stage(output, page.content)
        rendered[output] = store.pack(page.trace), sorted(page.wants)
    result.made = reasons
    result.gallery = Gallery(indexes.photos, facts.recipes, facts.imaging, facts.config.pictures)
    wants = {output: pairs for output, pairs in store.wants().items() if output in indexes.pages}
    wants.update({output: pairs for output, (_, pairs) in rendered.items()})
    pictures, complaints = _pictures(disk, result.gallery, wants, publisher, known, broken, target, progress)
    result.problems = in_order([*result.problems, *problems, *complaints])
    if result.errors:
        return
    gone = staleness.orphans(indexes.pages.keys() | pictures, known)
    stamps = publisher.publish(gone)
    result.written, result.removed = len(stamps), gone
    made = {
        output: Made(stamps.get(output) or known[output], trace, reasons[output], tuple(pairs))
        for output, (trace, pairs) in rendered.items()
    }
    made.update({output: Made(stamps[output], b"", ()) for output in pictures if output in stamps})
    store.set_outputs(made, gone)


def _named(store: Store, why: tuple[int | str, ...]) -> tuple[str, ...]:
    """The keys behind a reason's numbers; a reason in words stays."""
    return tuple(each for each in why if isinstance(each, str)) or store.names(
        each for each in why if isinstance(each, int)
    )


def _pictures(
    disk: Disk,
    gallery: Gallery,
    wants: Mapping[str, list[tuple[str, str]]],
    publisher: Publisher,
    known: Mapping[str, Stamp],
    broken: set[str],
    target: Target,
    progress: Progress | None,
) -> tuple[set[str], list[Problem]]:
    """Have every picture made that a page wants; returns their outputs and what is to be said of them."""
    pairs = {pair for each in wants.values() for pair in each}
    if not pairs and not any(output.startswith("assets/photos/") for output in known):
        return set(), []
    from generator import developing
    from generator.rendering.pictures import all_renditions, check_sizes

    wanted = all_renditions(gallery, pairs)
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


def render_all(
    disk: Disk, store: Store, facts: Facts, indexes: Indexes, outputs: Iterable[str]
) -> Iterator[tuple[str, Rendered]]:
    """Render outputs one after the other."""
    renderer = Renderer(facts, indexes, disk.read, lambda digest: from_data(store.memo(digest)))
    for output in outputs:
        yield output, renderer.render(indexes.pages[output])
