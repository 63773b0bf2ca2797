"""Pulsen: Markdown stories, a photo library and a theme become a multilingual website.

Glossary (one concept, one name):

source      a file somebody wrote, as bytes with a digest
story       one piece in one language; ``places/karnan`` is its id, its address only an attribute
kind        what sort of story it is (place, creative, ...), declared in ``content/kinds/``
place       a kind of story; a spot in a file is a *location*
body        a story's text as parts: finished HTML, links, figures and blocks that are resolved at render
block       a fenced piece of YAML inside Markdown, shown by a template of that name
term        an entry of a vocabulary (a tag, an area)
fact        a leaf that was read: a field, a setting, an interface string
index       a pure function of all facts, compared entry by entry
key         the name of a fact or an index entry, e.g. ``places/karnan.sv#title``
trace       the set of keys an output looked at
delta       the set of keys whose value changed
page        what is to be rendered, and under which address
output      a file of the finished site
rendition   one derived picture
problem     something a person should know about their content, with place and hint
"""

__version__ = "0.1.0"
