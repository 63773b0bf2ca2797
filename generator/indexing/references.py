"""Everything a story points at must be there."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from generator.model.facts import Facts
from generator.model.kind import Term
from generator.model.problem import N_, Location, Problem, Severity, problem
from generator.model.story import Reference, Story


def check_references(facts: Facts, languages: Mapping[str, tuple[str, ...]]) -> Iterator[Problem]:
    """Problems of all references of all stories, drafts included."""
    known = {story_id for story_id, _ in facts.stories}
    folders = {kind.folder: kind.name for kind in facts.kinds.values()}
    for story in facts.stories.values():
        for reference in story.references:
            if reference.sort == "story":
                yield from _check_story(facts, known, folders, languages, story, reference)
            elif reference.sort == "photo":
                if reference.target not in facts.photo_names:
                    yield _unknown(
                        "unknown-photo",
                        reference,
                        N_("There is no picture named {target} in assets/photos."),
                        facts.photo_names,
                    )
            elif reference.sort.startswith("term:"):
                name = reference.sort.removeprefix("term:")
                vocabulary = facts.vocabularies.get(name)
                if vocabulary is None or reference.target not in vocabulary.terms:
                    yield _unknown(
                        "unknown-term",
                        reference,
                        N_("{target} is not in content/vocabularies/{vocabulary}.yaml."),
                        _spellings(vocabulary.terms) if vocabulary else (),
                        vocabulary=name,
                    )


def _spellings(terms: Mapping[str, Term]) -> dict[str, str]:
    """How a term may have been written -> its key: writers know the words that readers see."""
    names = {name.casefold(): key for key, term in terms.items() for name in term.name.values()}
    return {**names, **{key: key for key in terms}}


def _check_story(
    facts: Facts,
    known: Collection[str],
    folders: Mapping[str, str],
    languages: Mapping[str, tuple[str, ...]],
    story: Story,
    reference: Reference,
) -> Iterator[Problem]:
    target = reference.target
    if target not in known:
        yield _unknown("unknown-story", reference, N_("There is no story {target}."), known)
        return
    kind = folders.get(target.partition("/")[0], "")
    if reference.kinds and kind not in reference.kinds:
        yield problem(
            "wrong-kind",
            reference.location,
            N_("{target} is a {kind}; the field {field} wants: {kinds}."),
            N_("Point at a story of one of those kinds, or use another field."),
            target=target,
            kind=kind,
            field=reference.field,
            kinds=", ".join(reference.kinds),
        )
    elif target not in languages and story.id in languages:
        yield problem(
            "hidden-story",
            reference.location,
            N_("{target} is not published, so readers cannot follow this."),
            N_("Publish it, or remove the reference until it is."),
            severity=Severity.WARNING,
            target=target,
        )
    elif reference.fragment:
        yield from _check_fragment(facts, story, reference)


def _check_fragment(facts: Facts, story: Story, reference: Reference) -> Iterator[Problem]:
    """The heading must be there in the text a reader of this story's language will get."""
    language = facts.config.by_tag.get(story.language)
    chain = (story.language, *(language.fallback if language else ()), *facts.config.tags)
    target = next(found for tag in chain if (found := facts.stories.get((reference.target, tag))) is not None)
    if reference.fragment not in target.anchors:
        yield _unknown(
            "unknown-heading",
            reference,
            N_("{path} has no heading with the id {fragment}."),
            target.anchors,
            wrong=reference.fragment,
            path=target.path,
            fragment=reference.fragment,
        )


def _unknown(
    code: str, reference: Reference, message: str, known: Collection[str], wrong: str = "", **values: str
) -> Problem:
    said = wrong or reference.target
    close = get_close_matches(said, known, n=1, cutoff=0.6)
    if isinstance(known, Mapping):
        close = [known[each] for each in get_close_matches(said.casefold(), known, n=1, cutoff=0.6)]
    if not close and "/" not in reference.target:
        close = [each for each in known if each.rpartition("/")[2] == reference.target][:1]
    hint = N_("Did you mean {suggestion}?") if close else N_("Check the spelling, or remove it.")
    return problem(
        code,
        reference.location,
        message,
        hint,
        target=reference.target,
        suggestion=close[0] if close else "",
        **dict[str, Any](values),
    )


TRANSLATION_CODES = frozenset({"translation-unmarked", "translation-stale"})


def check_translations(
    facts: Facts, languages: Mapping[str, tuple[str, ...]], stale: Collection[tuple[str, str]]
) -> Iterator[Problem]:
    """Translations that are older than their source, or do not say what they were made from.

    Codes are TRANSLATION_CODES; each lies in the file of the translation.
    """
    for (story_id, tag), story in facts.stories.items():
        available = languages.get(story_id, ())
        if not available or tag == available[0]:
            continue
        source = facts.stories[story_id, available[0]]
        if "translation" not in story.fields:
            yield problem(
                "translation-unmarked",
                Location(story.path),
                N_("This translation does not say how it was made and from which text."),
                N_("Add: translation: {{by: human, of: {digest}}}"),
                severity=Severity.WARNING,
                digest=source.text_digest,
            )
        elif (story_id, tag) in stale:
            yield problem(
                "translation-stale",
                Location(story.path),
                N_("{source} has changed since this translation was made."),
                N_("Bring the translation up to date, then set translation.of to {digest}."),
                severity=Severity.WARNING,
                source=source.path,
                digest=source.text_digest,
            )
