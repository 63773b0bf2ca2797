"""The photo library: every picture with its sidecar, and what its pixels say."""

from __future__ import annotations

import base64
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from generator.imaging import Limits
from generator.incremental.entries import digest
from generator.incremental.store import Store
from generator.model.config import Config
from generator.model.photo import Photo, Pixels
from generator.model.problem import N_, Location, Problem, Severity, problem
from generator.noticing import Noticed
from generator.reading.layout import Place, SourceType

REASONS = {
    "unknown-format": (
        N_("This is no picture that can be read, whatever its name says."),
        N_("Save it as JPEG, PNG, WebP or AVIF and put that file here."),
    ),
    "corrupt": (N_("The picture is damaged: {detail}"), N_("Export it once more from where it came from.")),
    "truncated": (
        N_("The end of the picture is missing; it was probably not copied to the end."),
        N_("Copy the file once more."),
    ),
    "too-large": (
        N_("The picture is larger than can be handled: {detail}"),
        N_("Save a smaller copy; 6000 pixels on the long side are more than enough."),
    ),
    "heic-needs-extra": (
        N_("Pictures in HEIC, as iPhones make them, cannot be read as things are."),
        N_("Save it as JPEG, or install the extra: pip install pulsen[heic]"),
    ),
    "empty": (N_("The file is empty."), N_("Copy the picture once more.")),
}
"""Why a picture cannot be used -> what to say of it."""


@dataclass
class Library:
    """What the library holds."""

    photos: Mapping[str, Photo] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    memos: set[str] = field(default_factory=set)
    """Keys of remembered analyses in use."""
    version: str = ""
    names: frozenset[str] = frozenset()
    """Of all pictures, also those that cannot be used."""


def read_library(
    places: Mapping[str, Place],
    noticed: Noticed,
    store: Store,
    config: Config,
    read: Callable[[str], bytes],
    progress: Callable[[str, int, int], None] | None = None,
) -> Library:
    """Pair pictures with sidecars. A picture's pixels are looked at once and remembered by its digest."""
    library = Library()
    pictures: dict[str, list[str]] = defaultdict(list)
    sidecars: dict[str, str] = {}
    for path, place in places.items():
        if place.type is SourceType.PHOTO:
            pictures[place.name].append(path)
        elif place.type is SourceType.SIDECAR:
            sidecars[place.name] = path
    if not pictures and not sidecars:
        _remember(library, store)
        return library
    from generator.imaging import version

    stamps = noticed.stamps
    library.version = version()
    photos: dict[str, Photo] = {}
    library.photos = photos
    library.names = frozenset(pictures)
    for number, (name, paths) in enumerate(sorted(pictures.items()), 1):
        if progress:
            progress("photos", number, len(pictures))
        if len(paths) > 1:
            library.problems.append(_twice(name, paths))
        path = sorted(paths)[0]
        sidecar = sidecars.pop(name, None)
        if sidecar is None:
            library.problems.append(_no_sidecar(path, name))
            continue
        content = stamps[path].digest
        pixels = _pixels(path, content, config.pictures.max_megapixels, store, library, read)
        photo = _photo(name, path, content, sidecar, pixels, config, library, read)
        if pixels is not None and photo is not None:
            photos[name] = photo
    library.problems.extend(_no_picture(path, name) for name, path in sorted(sidecars.items()))
    _remember(library, store)
    return library


def _remember(library: Library, store: Store) -> None:
    store.set_meta("photos", [photo.to_data() for photo in library.photos.values()])
    problems = [each.to_data() for each in library.problems]
    store.set_meta("library", [problems, library.version, sorted(library.names)])


def remembered_library(store: Store) -> Library:
    """The library as it was read last."""
    problems, version, names = store.meta("library")
    return Library(
        photos=_Photos(store),
        problems=[Problem.from_data(each) for each in problems],
        version=version,
        names=frozenset(names),
    )


class _Photos(Mapping[str, Photo]):
    """Pictures that are fetched from the store when one is asked for."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @cached_property
    def _photos(self) -> dict[str, Photo]:
        return {photo.name: photo for photo in map(Photo.from_data, self._store.meta("photos"))}

    def __getitem__(self, name: str) -> Photo:
        return self._photos[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._photos)

    def __len__(self) -> int:
        return len(self._photos)


def _photo(
    name: str,
    path: str,
    content_digest: str,
    sidecar: str,
    pixels: Pixels | None,
    config: Config,
    library: Library,
    read: Callable[[str], bytes],
) -> Photo | None:
    """A picture with what its sidecar says."""
    from generator.reading.photo_file import ends_of, read_sidecar
    from generator.reading.text import decode

    text, problems = decode(read(sidecar), sidecar)
    source = config.source_language
    said, mistakes = read_sidecar(text, sidecar, (source, *(tag for tag in config.tags if tag != source)))
    library.problems.extend((*problems, *mistakes))
    if pixels is None:
        return None
    focus = said.get("focus")
    return Photo(
        name=name,
        path=path,
        digest=content_digest,
        sidecar=sidecar,
        pixels=pixels,
        alt=said.get("alt") or {},
        decorative=bool(said.get("decorative")),
        caption=said.get("caption") or {},
        credit=said.get("credit", ""),
        licence=said.get("licence", ""),
        licence_text=said.get("licence_text", ""),
        source=said.get("source", ""),
        focus=(focus["x"], focus["y"]) if focus else None,
        crops={
            ratio: (box["left"], box["top"], box["width"], box["height"])
            for ratio, box in (said.get("crops") or {}).items()
        },
        ends=ends_of(said),
    )


def _pixels(
    path: str,
    content_digest: str,
    max_megapixels: float,
    store: Store,
    library: Library,
    read: Callable[[str], bytes],
) -> Pixels | None:
    """What the pixels say, looked at once per content and version of the encoders."""
    limits = Limits(max_megapixels=max_megapixels)
    key = "pixels:" + digest((content_digest, library.version, max_megapixels))
    library.memos.add(key)
    known = store.memo(key)
    if known is None:
        known = _look(read(path), limits)
        store.set_memos({key: known})
    if "reason" in known:
        library.problems.append(unusable(path, known["reason"], known["detail"]))
        return None
    return Pixels(**{**known, "focus": tuple(known["focus"])})


def _look(content: bytes, limits: Limits) -> dict[str, Any]:
    """The values of Pixels, or the reason why there are none."""
    from generator.imaging import Unusable, analyse, clean_svg, inspect

    try:
        seen = inspect(content, limits)
        if seen.format == "svg":
            _, width, height = clean_svg(content)
            return {"format": "svg", "width": round(width), "height": round(height), "focus": [0.5, 0.5]}
        found = analyse(content, limits)
    except Unusable as unusable:
        return {"reason": unusable.reason, "detail": unusable.detail}
    return {
        "format": seen.format,
        "width": seen.width,
        "height": seen.height,
        "alpha": seen.alpha,
        "frames": seen.frames,
        "focus": list(found.focus),
        "colour": found.colour,
        "hash": found.hash,
        "placeholder": base64.b64encode(found.placeholder).decode("ascii"),
    }


def unusable(path: str, reason: str, detail: str) -> Problem:
    """The Problem of a picture that cannot be used."""
    message, hint = REASONS.get(reason, REASONS["corrupt"])
    return problem("photo-unusable", Location(path), message, hint, detail=detail)


def _twice(name: str, paths: list[str]) -> Problem:
    return problem(
        "photo-twice",
        Location(sorted(paths)[0]),
        N_("Several pictures are called {name}: {paths}"),
        N_("Stories call a picture by its name alone. Rename all but one."),
        name=name,
        paths=", ".join(sorted(paths)),
    )


def _no_sidecar(path: str, name: str) -> Problem:
    return problem(
        "sidecar-missing",
        Location(path),
        N_("Nothing is said of this picture: what it shows, whose it is, who may use it."),
        N_("Write it in assets/photos/{name}.yaml: alt, credit and licence are needed."),
        name=name,
    )


def _no_picture(path: str, name: str) -> Problem:
    return problem(
        "picture-missing",
        Location(path),
        N_("There is no picture {name} beside this file."),
        N_("Put the picture here under that name, or delete this file."),
        severity=Severity.WARNING,
        name=name,
    )
