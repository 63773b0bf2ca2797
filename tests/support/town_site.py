"""A small site whose listings are narrowed and grouped, with events, ways in and a map."""

from __future__ import annotations

from tests.support.small_site import SITE, files

_MORE = """\
-- content/kinds/place.yaml --
folder: places
label: {sv: Plats, en: Place}
plural: {sv: Platser, en: Places}
segment: {sv: platser, en: places}
facets:
  free: {segment: {sv: gratis, en: free}}
  tags: {pages: false}
fields:
  address: {type: text, label: {sv: Adress, en: Address}}
  free: {type: boolean, label: {sv: Fri entré, en: Free entry}}
  position: {type: point, label: {sv: Läge, en: Position}}
-- content/kinds/event.yaml --
folder: events
label: {sv: Evenemang, en: Event}
plural: {sv: Evenemang, en: Events}
segment: {sv: evenemang, en: events}
order: [start]
occurs: {start: start, end: end}
fields:
  start: {type: datetime, required: true, label: {sv: Börjar, en: Starts}}
  end: {type: datetime, label: {sv: Slutar, en: Ends}}
-- content/kinds/guide.yaml --
folder: guides
label: {sv: Guide, en: Guide}
plural: {sv: Guider, en: Guides}
segment: {sv: guider, en: guides}
order: [phase, title]
group: phase
fields:
  phase:
    type: choice
    required: true
    choices: {before: {sv: Före, en: Before}, after: {sv: Efter, en: After}}
    label: {sv: Skede, en: Phase}
-- content/places/tower.sv.md --
---
title: Tornet
summary: Ett torn.
tags: [art]
address: Torget 1
free: true
position: {lat: 56.05, lon: 12.69, accuracy: 50, source: Mätt}
---
Högt uppe, med utsikt mot [hamnen](places/harbour).
-- content/places/harbour.sv.md --
---
title: Hamnen
summary: En hamn.
tags: [sea]
free: true
position: {lat: 56.04, lon: 12.69, accuracy: 300, source: Karta}
---
Salt.
-- content/places/museum.sv.md --
---
title: Museet
summary: Ett museum.
tags: [art]
---
Tyst.
-- content/events/fair.sv.md --
---
title: Marknaden
summary: En marknad.
start: 2026-11-24T10:00:00+01:00
end: 2026-11-24T16:00:00+01:00
---
Folk.
-- content/events/dance.sv.md --
---
title: Dansen
summary: En dans.
start: 2026-12-24T10:00:00+01:00
---
Takt.
-- content/guides/arrive.sv.md --
---
title: Anländ
summary: När du är här.
phase: after
---
Hej.
-- content/guides/pack.sv.md --
---
title: Packa
summary: Innan du är här.
phase: before
---
Lådor.
-- content/map.yaml --
views:
  all: {label: {sv: Allt, en: All}, west: 12, south: 55.8, east: 13, north: 56.4}
  town: {label: {sv: Staden, en: Town}, west: 12.6, south: 56.0, east: 12.8, north: 56.1}
names:
  sea: {sort: water, lat: 56.2, lon: 12.3, text: {sv: Havet, en: The sea}}
credit: {sv: Ritad för hand, en: Drawn by hand}
-- assets/map/land.geojson --
{"type": "Polygon", "coordinates": [[[12.68, 55], [13.5, 55], [13.5, 57], [12.68, 57], [12.68, 55]]]}
-- themes/plain/templates/listing.html --
{% extends "layout.html" %}{% from "macros.html" import card %}
{% block main %}<h1>{{ page.title }}</h1>
{% for group in groups %}<h2>{{ group.title or group.key }}</h2>
{% for story in group.stories %}{{ card(story) }}
{% endfor %}{% else %}
{% for story in stories %}{{ card(story) }}
{% endfor %}{% endfor %}
{% if filters %}{% for group in filters.groups %}{% for each in group["values"] %}
{{ each.name }} {{ each.count }} {{ each.url }} {{ each.current }}
{% endfor %}{% endfor %}{{ filters.data_url }}{% endif %}{% endblock %}
-- themes/plain/templates/cards.json --
[{% for each in cards %}[{{ each.story.title|tojson }}, {{ each.facets|tojson }}]
{{ "" if loop.last else "," }}
{% endfor %}]
-- themes/plain/templates/map.html --
{% extends "layout.html" %}
{% block main %}{% for drawing in map.drawings %}<svg viewBox="0 0 {{ drawing.width }} {{ drawing.height }}">
<path d="{{ drawing.land }}"/>
{% for name in drawing.names %}<text>{{ name.text }}</text>{% endfor %}
{% for pin in drawing.pins %}<a href="{{ pin.url }}">{{ pin.number }} {{ pin.text }} {{ pin.count }}</a>
{% endfor %}</svg>{% endfor %}
{% for group in map.groups %}{% for each in group.stories %}
{{ each.number }} {{ each.story.title }} {{ each.position.source }}, {% endfor %}{% endfor %}
{% for story in map.unplaced %}unplaced {{ story.title }}, {% endfor %}{{ map.credit }}{% endblock %}
-- themes/plain/templates/home.html --
{% extends "layout.html" %}
{% block main %}<h1>{{ site.name }}</h1>
{% for each in home.entrances %}<a href="{{ each.url }}">{{ each.label }}: {{ each.summary }}</a>{% endfor %}
{% for event in home.events %}<b>{{ event.title }}</b>{% endfor %}
{% if site.map %}{{ site.map.count }} {{ site.map_url }}{% endif %}{% endblock %}
"""

_ENTRANCES = """\
entrances:
  newcomer: {label: {sv: Ny här, en: New here}, summary: {sv: Börja så., en: Begin so.}, to: guides/arrive}
  bather: {label: {sv: Badare, en: Bather}, to: tags/sea}
  visitor: {label: {sv: Gäst, en: Guest}, to: place}
listings: {per_page: 2}
"""

TOWN = "".join(
    f"-- {path} --\n{text}"
    for path, text in {
        **files(SITE.replace("listings: {per_page: 2}\n", _ENTRANCES)),
        **files(_MORE),
    }.items()
)
