"""Nothing a writer pastes can run in a reader's browser, also after the browser has undone every escape."""

import pytest

from tests.reading.markdown.pages import faults, html, parse

TARGETS = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "java\\script:alert(1)",
    "java&#115;cript:alert(1)",
    "java&#x73;cript:alert(1)",
    "&#0000106avascript:alert(1)",
    "javascript&colon;alert(1)",
    "java&Tab;script:alert(1)",
    "java&NewLine;script:alert(1)",
    "&#1;javascript:alert(1)",
    "\x01javascript:alert(1)",
    "\u200bjavascript:alert(1)",
    "\u00a0javascript:alert(1)",
    "javascript%3Aalert(1)",
    "javascript://a.se/%0Aalert(1)",
    "vbscript:msgbox(1)",
    "data:text/html;base64,PHNjcmlwdD4=",
    "data:image/svg+xml,<svg onload=alert(1)>",
    "livescript:x",
    "file:///etc/passwd",
    "//a.se/x.js",
    "\\\\a.se\\x",
    'https://a.se/"onmouseover=alert(1)//',
    "https://a.se/'><script>alert(1)</script>",
    'places/x" onclick="alert(1)',
    '#"onclick=alert(1)',
    '/sv/"><script>alert(1)</script>',
]
FORMS = [
    "[a]({0})",
    "[a](<{0}>)",
    "![a]({0})",
    "<{0}>",
    "[a][b]\n\n[b]: {0}\n",
    "[![a]({0})]({0})",
    '[a](places/b "{0}")',
]
HTML = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//a.se/x.js></SCRIPT>",
    "<script\n>alert(1)</script\n>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<img src=x onerror=alert(1)>",
    "<img src='x' onerror\n=\nalert(1)>",
    "<svg/onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<a href=javascript:alert(1)>a</a>",
    "<a href=' jav&#x09;ascript:alert(1)'>a</a>",
    "<b onclick=alert(1)>a</b>",
    "<p style='background:url(javascript:alert(1))'>a</p>",
    "<style>@import '//a.se/x.css';</style>",
    "<form action=javascript:alert(1)><button formaction=//a.se>a</button></form>",
    "<object data=data:text/html,x></object><embed src=x>",
    "<meta http-equiv=refresh content='0;url=//a.se'><base href=//a.se>",
    "<details open ontoggle=alert(1)>",
    "<!--><script>alert(1)</script>-->",
    "<!-- --!><script>alert(1)</script> -->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?php <script>alert(1)</script> ?>",
    "<noscript><p title='</noscript><script>alert(1)</script>'>",
    "<title><a title='</title><script>alert(1)</script>'>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "\\<script>alert(1)</script>",
    "`<script>`alert(1)</script>",
    "<a`href=`x`onclick=alert(1)`>",
    "<x onclick=alert(1)>",
]
AROUND = [
    "{0}",
    "## {0}",
    "- a {0}\n\n  {0}",
    "> {0}",
    "|{0}|b|\n|-|-|\n|{0}|c|",
    "a[^1]\n\n[^1]: {0}",
    "[{0}](places/b)",
    "![{0}](b)",
]


@pytest.mark.parametrize("target", TARGETS)
def test_targets(target: str) -> None:
    """Links, pictures, addresses and titles."""
    for form in FORMS:
        for raw_html in (False, True):
            assert faults(parse(form.format(target), raw_html=raw_html), raw_html) == []


@pytest.mark.parametrize("text", HTML)
def test_html(text: str) -> None:
    """Tags of every sort, wherever they stand."""
    for around in AROUND:
        for raw_html in (False, True):
            parsed = parse(around.format(text), raw_html=raw_html)

            assert faults(parsed, raw_html) == []
            assert "<script" not in html(parsed.body).lower()


def test_checks_can_fail() -> None:
    """The eyes these tests look with see what they must."""
    from generator.model.body import Html
    from generator.reading.markdown import ParsedBody

    page = "<p onclick=x><script>a</script><a href='java&#9;script:x' id=a></a><b id=a></p>"

    assert len(faults(ParsedBody((Html(page),)))) >= 6
