"""Making the renditions that pages want, once each, in a pool of workers.

A rendition's name holds everything its bytes depend on, so a file in the cache is right for ever: it is
linked into the site, never made again. Each is written as soon as it is made; a killed build loses at
most the pictures in work.
"""

from __future__ import annotations

import multiprocessing.connection
import os
import threading
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial

from generator.computer import free_memory, processors
from generator.disk import Disk
from generator.imaging import (
    CLASSES,
    Box,
    CardJob,
    Inspection,
    Job,
    Limits,
    Unusable,
    Variant,
    WorkersLost,
    animate,
    animation_cost,
    clean_svg,
    cost,
    draw_cards,
    inspect,
    render,
    run_all,
)
from generator.model.card import Card
from generator.model.photo import Gallery, Photo, Rendition
from generator.model.problem import Problem
from generator.noticing import checked
from generator.photo_library import unusable
from generator.rendering.pictures import ANIMATION

CACHE = "build/cache/renditions"

Crop = tuple[str, tuple[int, int, int, int], bool, bool]
"""What shares one decoding: a photo's name, the part shown, whether it moves, whether its gamut is wide."""
Task = tuple[Crop, int, Callable[[], list[bytes]]]
Tasks = Callable[[Iterable[Crop]], Iterator[Task]]
"""The crops that are left -> what is to be done for each."""
Made = Rendition | Card
"""What is made of pictures."""


def cached(rendition: Made) -> str:
    """Where a rendition is kept between builds."""
    return f"{CACHE}/{rendition.output.rpartition('/')[2]}"


def develop(
    disk: Disk,
    wanted: Iterable[Made],
    gallery: Gallery,
    progress: Callable[[str, int, int], None] | None = None,
    workers: int | None = None,
) -> list[Problem]:
    """Make every wanted rendition that is not in the cache. Returns a Problem per picture that fails."""
    missing: dict[Crop, list[Rendition]] = defaultdict(list)
    cards: dict[Crop, list[Card]] = defaultdict(list)
    for each in wanted:
        if disk.stat(cached(each)) is not None:
            continue
        if isinstance(each, Card):
            cards[each.photo, each.crop, False, False].append(each)
        else:
            missing[each.photo, each.crop, each.format == ANIMATION, each.wide_gamut].append(each)
    todo: list[tuple[Mapping[Crop, Sequence[Made]], Tasks]] = []
    if missing:
        todo.append((missing, partial(_tasks, disk, gallery, missing)))
    if cards:
        todo.append((cards, partial(card_tasks, disk, gallery, cards)))
    problems: dict[str, Problem] = {}
    total = sum(len(each) for group, _ in todo for each in group.values())
    names = len({crop[0] for group, _ in todo for crop in group})
    done = size = 0
    for crop, outcome, made in (
        (crop, outcome, group[crop])
        for group, tasks in todo
        for crop, outcome in _outcomes(group, tasks, workers or processors())
    ):
        if isinstance(outcome, Unusable):
            photo = gallery.photos[crop[0]]
            problems[photo.name] = unusable(photo.path, outcome.reason, outcome.detail)
            continue
        for each, content in zip(made, outcome, strict=True):
            disk.write(cached(each), content)
            size += len(content)
        done += len(outcome)
        if progress:
            progress(f"{names} pictures, {size / 1e6:.1f} MB", done, total)
    return [problems[name] for name in sorted(problems)]


def _outcomes(
    missing: Iterable[Crop], tasks: Tasks, workers: int
) -> Iterator[tuple[Crop, list[bytes] | Unusable]]:
    """Run the jobs in processes; if the system kills a worker, the suspects are tried once more, alone."""
    left = dict.fromkeys(missing)
    budget = free_memory() // 2
    alone = False
    while left:
        suspects: tuple[Crop, ...] = ()
        with ProcessPoolExecutor(1 if alone else workers, initializer=_end_with_parent) as executor:
            try:
                for crop, outcome in run_all(tasks(list(left)), executor, budget):
                    del left[crop]
                    yield crop, outcome
            except WorkersLost as lost:
                suspects = lost.keys
        if suspects and alone:
            # The first in line broke a worker that had nothing else to do: it is to blame.
            first = next(iter(left))
            del left[first]
            yield first, Unusable("too-large", "a worker was stopped while it was at it")
        alone = bool(suspects)


def _end_with_parent() -> None:
    """In a worker process: end as soon as the process that began it is gone.

    A build that is killed cannot tell its workers, and they would wait for work for ever.
    """
    parent = multiprocessing.parent_process()
    if parent is not None:
        gone = parent.sentinel

        def watch() -> None:
            multiprocessing.connection.wait([gone])
            os._exit(1)

        threading.Thread(target=watch, daemon=True).start()


def _tasks(
    disk: Disk, gallery: Gallery, missing: Mapping[Crop, list[Rendition]], left: Iterable[Crop]
) -> Iterator[Task]:
    """One task per crop of a photo: its renditions share one decoding."""
    limits = Limits(max_megapixels=gallery.settings.max_megapixels)
    for crop in left:
        renditions = missing[crop]
        photo = gallery.photos[crop[0]]
        if photo.pixels.format == "svg":
            yield crop, 0, partial(_clean, disk, photo)
            continue
        content = checked(disk, photo.path, photo.digest)
        if crop[2]:
            width = renditions[0].width
            needed = _priced(content, limits, partial(_animation_cost, width))
            yield crop, needed, partial(_animate, disk, photo, width, limits)
            continue
        variants = tuple(
            Variant(each.width, each.height, CLASSES[each.quality][each.format])  # type: ignore[index]
            for each in renditions
        )
        one = renditions[0]
        job = Job(Box(*crop[1]), variants, one.wide_gamut, one.credit, one.copyright)
        needed = _priced(content, limits, partial(_job_cost, job))
        yield crop, needed, partial(_render, disk, photo, job, limits)


def card_tasks(
    disk: Disk, gallery: Gallery, missing: Mapping[Crop, list[Card]], left: Iterable[Crop]
) -> Iterator[Task]:
    """One task per picture: the cards over it, in all languages, share one decoding."""
    design = gallery.cards
    if design is None:
        return
    limits = Limits(max_megapixels=gallery.settings.max_megapixels)
    colours = design.recipe.ink, design.recipe.ground, design.recipe.accent
    letters = {path: checked(disk, path, digest) for path, digest in design.fonts.values()}
    for crop in left:
        jobs = [
            CardJob(e.title, e.kicker, e.site, e.language, e.direction, letters[e.font], *colours)
            for e in missing[crop]
        ]
        photo = gallery.photos.get(crop[0])
        needed = 0
        if photo is not None:
            content = checked(disk, photo.path, photo.digest)
            needed = _priced(content, limits, partial(_job_cost, Job(Box(*crop[1]), ())))
        yield crop, needed, partial(_draw, disk, photo, Box(*crop[1]), jobs, limits)


def _draw(disk: Disk, photo: Photo | None, crop: Box, jobs: list[CardJob], limits: Limits) -> list[bytes]:
    return draw_cards(checked(disk, photo.path, photo.digest) if photo else None, crop, jobs, limits)


def _priced(content: bytes, limits: Limits, price: Callable[[Inspection], int]) -> int:
    """Bytes a job needs; a picture that cannot be priced costs nothing and fails when its turn comes."""
    try:
        return price(inspect(content, limits)) + len(content)
    except Unusable:
        return 0


def _job_cost(job: Job, seen: Inspection) -> int:
    return cost(seen, job)


def _animation_cost(width: int, seen: Inspection) -> int:
    return animation_cost(seen, width)


def _render(disk: Disk, photo: Photo, job: Job, limits: Limits) -> list[bytes]:
    return render(checked(disk, photo.path, photo.digest), job, limits)


def _clean(disk: Disk, photo: Photo) -> list[bytes]:
    return [clean_svg(checked(disk, photo.path, photo.digest))[0]]


def _animate(disk: Disk, photo: Photo, width: int, limits: Limits) -> list[bytes]:
    return [animate(checked(disk, photo.path, photo.digest), width, limits, webp_only=True)[0]]


def prune(disk: Disk, wanted: Iterable[Made]) -> int:
    """Remove what no page wants any more from the cache; returns how many files."""
    kept = {cached(rendition) for rendition in wanted}
    gone = [path for path, _ in disk.scan(CACHE) if path not in kept]
    for path in gone:
        disk.remove(path)
    return len(gone)
