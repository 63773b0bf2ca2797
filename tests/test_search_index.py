"""Documents for Pagefind, and the bundle it makes of them."""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search_bundle import _packed, _unpacked, canonical
from generator.search_document import document, hide, mark, part
from generator.search_index import SearchToolError, search_index

PAGE = b"""<html><nav>Menu</nav><main><article class="story" data-pagefind-body><h1>T</h1>
<article>inner</article> text</article><article>other</article></main></html>"""
COUNTS = b"""<article class="story" data-pagefind-body><h1>T</h1>
<article>inner</article> text</article>"""


def story(title: str, kind: str, text: str = "Text.", language: str = "sv") -> bytes:
    """A page with what the theme's templates tell Pagefind."""
    page = f"""<article data-pagefind-body><h1>{title}</h1><p>{text}</p>
        <data hidden value="{kind}" data-pagefind-filter="kind[value]"></data></article>"""
    return document(page.encode(), language)


DOCUMENTS = {
    f"sv/{number}/index.html": story(f"Sida {number}", f"Slag {number % 7}", f"Ord{number} och ord.")
    for number in range(40)
}


def test_the_marked_element_counts() -> None:
    """The part of a page is its marked element with everything inside, and nothing after it."""
    assert part(PAGE) == COUNTS
    assert part(b"<main>nothing marked</main>") == b""
    assert part(b"<main data-pagefind-body>never closed") == b"<main data-pagefind-body>never closed"


def test_what_is_ignored_does_not_count() -> None:
    """Elements that are marked as ignored are left out with all they hold, wherever they stand."""
    page = b"""<main data-pagefind-body><p data-pagefind-ignore>a</p>One <img src="x" data-pagefind-ignore>two
<div><section class="s" data-pagefind-ignore>b<section>c</section>d</section> three</div></main>"""

    assert part(page) == b"<main data-pagefind-body>One two\n<div> three</div></main>"
    unclosed = b"<p data-pagefind-body>One <b data-pagefind-ignore>never closed"
    assert part(unclosed) == b"<p data-pagefind-body>One "


def test_a_mark_changes_with_what_counts_alone() -> None:
    """An edit of the menu leaves the mark as it is, an edit of the text does not."""
    assert mark(PAGE) == mark(PAGE.replace(b"Menu", b"Meny"))
    assert mark(PAGE) != mark(PAGE.replace(b"text", b"texts"))
    assert mark(b"<main>nothing marked</main>") == ""


@given(st.text())
def test_hidden_words_can_be_read_again(text: str) -> None:
    """Undone as js/search.js does it, the hidden letters are the text; none of them can be typed."""
    hidden = hide(text.replace("&", ""))

    assert bytes(ord(letter) - 0xA000 for letter in hidden).decode() == text.replace("&", "")
    assert all("\ua000" <= letter <= "\ua0ff" for letter in hidden)


def test_a_picture_cannot_be_found_by_its_address() -> None:
    """The address of a picture is in the document, but in no letters that somebody searches for."""
    picture = b'<data hidden value="/assets/x.jpg" data-pagefind-meta="picture[value]"></data>'
    page = b"<p data-pagefind-body>" + picture

    assert b"/assets/x.jpg" not in document(page, "sv")
    assert hide("/assets/x.jpg").encode() in document(page, "sv")


def test_letters_that_are_not_on_the_keyboard_are_written_out() -> None:
    """A word with ø or æ is told in plain letters as well; å and é Pagefind knows."""
    text = document(
        "<p data-pagefind-body title='æ'>Helsingør, <b>smør</b>gås! Café.</p>".encode(), "da"
    ).decode()

    assert 'data-pagefind-meta="also[title]" title="helsingor smor"' in text


def test_words_in_cells_stay_apart() -> None:
    """Words that only a border divides are not one word."""
    assert b"<td>Ett</td> <td>" in document(b"<table data-pagefind-body><td>Ett</td><td>", "sv")


def test_two_runs_are_equal() -> None:
    """The same documents in another order make the same files with the same bytes."""
    backwards = dict(reversed(DOCUMENTS.items()))

    assert search_index(DOCUMENTS) == search_index(backwards)


def test_only_what_browsers_fetch_is_kept() -> None:
    """Pagefind's own user interfaces and other languages' stemmers stay behind."""
    names = {name.split("/")[0] for name in search_index(DOCUMENTS)}
    once = {name for name in names if not name.endswith(".pf_meta")}

    assert once == {
        "pagefind.js",
        "pagefind-worker.js",
        "pagefind-entry.json",
        "wasm.sv.pagefind",
        "index",
        "fragment",
        "filter",
    }


def test_easy_swedish_is_stemmed_as_swedish() -> None:
    """A variant has an index of its own with the stemmer of its language."""
    made = search_index({"a/index.html": story("Ett", "Plats", language="sv-simple")})
    entry = json.loads(made["pagefind-entry.json"])

    assert list(entry["languages"]) == ["sv-simple"]
    swedish = search_index({"a/index.html": story("Ett", "Plats")})["wasm.sv.pagefind"]
    assert made["wasm.sv-simple.pagefind"] == swedish


def test_a_language_without_a_stemmer_has_an_index() -> None:
    """Words of a language that Pagefind cannot stem are found as they are written."""
    assert "wasm.unknown.pagefind" in search_index({"a/index.html": story("Ett", "Plats", language="mt")})


def test_nothing_to_index_needs_no_program() -> None:
    """Without documents nothing is run."""
    assert search_index({}, program=lambda: "/nowhere") == {}


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-ins are shell scripts")
@pytest.mark.parametrize(
    ("script", "reason"),
    [
        ("echo nonsense >&2; echo the last line >&2; exit 3", "the last line"),
        ("exit 3", "it ended with code 3"),
        ("exit 0", "it wrote no index"),
        ("sleep 5", "it was not ready after 0 seconds"),
    ],
)
def test_a_failure_is_told_in_a_sentence(tmp_path: Path, script: str, reason: str) -> None:
    """However the program fails, it is one error that says what is known of it."""
    program = tmp_path / "pagefind"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)

    with pytest.raises(SearchToolError, match=reason):
        search_index(DOCUMENTS, program=lambda: str(program), timeout=0.4 if "sleep" in script else 60)


def test_a_program_that_is_not_there_is_told() -> None:
    """A path to nothing is an error of the same sort."""
    with pytest.raises(SearchToolError, match="nowhere"):
        search_index(DOCUMENTS, program=lambda: "/nowhere/pagefind")


def bundle(values: list[list[object]]) -> dict[str, bytes]:
    """The files of a bundle that canonical() looks at, as Pagefind writes them."""
    kind, _ = _packed(["kind", values])
    meta, _ = _packed(["1.5.2", [["sv_1", 70_000]], [["a", "ö", "sv_2"]], [["kind", "sv_3"]], [], ["title"]])
    entry = {"version": "1.5.2", "languages": {"sv": {"hash": "sv_4", "wasm": "sv", "page_count": 1}}}
    return {
        "filter/sv_3.pf_filter": kind,
        "pagefind.sv_4.pf_meta": meta,
        "pagefind-entry.json": json.dumps(entry).encode(),
        "index/sv_2.pf_index": b"as it is",
    }


def test_the_order_of_values_does_not_matter() -> None:
    """Values of a filter in any order make one bundle, whose names lead from one file to the next."""
    values = [["Platser", [0, 3, 300]], ["Företag", [1, 70_000]]]
    made = canonical(bundle(values))

    assert made == canonical(bundle(values[::-1]))
    language = json.loads(made["pagefind-entry.json"])["languages"]["sv"]
    meta = _unpacked(made[f"pagefind.{language['hash']}.pf_meta"])
    ((name, file),) = meta[3]
    assert name == "kind"
    assert _unpacked(made[f"filter/{file}.pf_filter"]) == ["kind", sorted(values)]
    assert meta[1] == [["sv_1", 70_000]]
    assert len(made) == 4


@pytest.mark.parametrize(
    "content", [b"", b"not gzip", gzip.compress(b"pagefind_dcd\xf9\x00"), gzip.compress(b"x")]
)
def test_an_unknown_format_is_left_alone(content: bytes) -> None:
    """What another version of Pagefind writes is passed on as it is."""
    other = {**bundle([]), "filter/sv_3.pf_filter": content}

    assert canonical(other) == other
