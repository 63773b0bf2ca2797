"""Which pictures may be shown today, and what is to be said of the library as a whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from generator.model.facts import Facts
from generator.model.photo import Photo
from generator.model.problem import N_, Location, Problem, Severity, problem

SOON = timedelta(days=60)
"""How long before its end a consent or licence is warned about."""
ALIKE = 5
"""Bits of 64 in which the hashes of two pictures of the same thing differ at most."""


def shown_photos(facts: Facts, now: datetime) -> tuple[dict[str, Photo], datetime | None]:
    """Pictures whose time is not over, and the next moment at which one's is."""
    zone = ZoneInfo(facts.config.time_zone)
    today = now.astimezone(zone).date()
    shown, ends = {}, []
    for name, photo in facts.photos.items():
        last = min((date.fromisoformat(day) for day, _ in photo.ends), default=None)
        if last is None or last > today:
            shown[name] = photo
        if last is not None and last > today:
            ends.append(datetime.combine(last, datetime.min.time(), zone))
            if last - SOON > today:
                ends.append(datetime.combine(last - SOON, datetime.min.time(), zone))
    return shown, min(ends, default=None)


def check_photos(facts: Facts, now: datetime) -> Iterator[Problem]:
    """Consents and licences that are over or soon will be, pictures nobody uses, pictures that are alike."""
    today = now.astimezone(ZoneInfo(facts.config.time_zone)).date()
    used = {
        each.target for story in facts.stories.values() for each in story.references if each.sort == "photo"
    }
    wanted = _languages_wanted(facts)
    for name, photo in sorted(facts.photos.items()):
        yield from _check_ends(photo, today)
        if missing := sorted(wanted.get(name, set()) - {tag for tag, text in photo.alt.items() if text}):
            yield problem(
                "alt-untranslated",
                Location(photo.sidecar),
                N_("Stories show this picture in {languages}, but it is not described in that language."),
                N_("Add the description under alt; until then readers get it in another language."),
                severity=Severity.WARNING,
                languages=", ".join(missing),
            )
        if name not in used:
            yield problem(
                "photo-unused",
                Location(photo.path),
                N_("No story uses this picture."),
                N_("Use it, or remove it and its sidecar."),
                severity=Severity.WARNING,
            )
    yield from _alike(facts.photos)


def _languages_wanted(facts: Facts) -> dict[str, set[str]]:
    """Photo -> languages it has to be described in: of stories that show it without words of their own.

    A translation shows what its original shows. Words for a base language serve its variants.
    """
    shown: dict[str, set[str]] = defaultdict(set)
    languages: dict[str, list[str]] = defaultdict(list)
    for story_id, tag in facts.stories:
        languages[story_id].append(tag)
    for (story_id, tag), story in facts.stories.items():
        for each in story.references:
            photo = facts.photos.get(each.target) if each.sort == "photo" else None
            if photo is None or photo.decorative or each.described:
                continue
            tags = languages[story_id] if each.field else [tag]
            shown[each.target].update(tag for tag in tags if tag.split("-", 1)[0] not in photo.alt)
    return shown


def _check_ends(photo: Photo, today: date) -> Iterator[Problem]:
    for day, who in photo.ends:
        end = date.fromisoformat(day)
        values = {"day": day, "who": who}
        if end <= today:
            what = (
                N_("The consent of {who} ended on {day}. The picture is off the site.")
                if who
                else N_("The licence ended on {day}. The picture is off the site.")
            )
            hint = N_("Renew it and set the new date, or remove the picture and where it is used.")
            yield problem(
                "photo-expired", Location(photo.sidecar), what, hint, severity=Severity.ALARM, **values
            )
        elif end - SOON <= today:
            what = N_("The consent of {who} ends on {day}.") if who else N_("The licence ends on {day}.")
            hint = N_("Renew it in time: after that day the picture is taken off the site.")
            yield problem(
                "photo-expires", Location(photo.sidecar), what, hint, severity=Severity.WARNING, **values
            )


def _alike(photos: Mapping[str, Photo]) -> Iterator[Problem]:
    """Pairs of pictures that look the same."""
    hashes = [(int(p.pixels.hash, 16), p) for _, p in sorted(photos.items()) if p.pixels.hash]
    for at, (one, photo) in enumerate(hashes):
        for other, twin in hashes[:at]:
            if (one ^ other).bit_count() <= ALIKE:
                yield problem(
                    "photo-alike",
                    Location(photo.path),
                    N_("This picture looks the same as {twin}."),
                    N_("Keep the better one, and use it in both places."),
                    severity=Severity.WARNING,
                    twin=twin.path,
                )
