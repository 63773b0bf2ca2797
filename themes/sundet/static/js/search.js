// The search page. Pagefind's own script and the index are fetched when somebody begins to search, no sooner.
// The page says everything that is read (data-*), so this file knows no language.

const root = document.querySelector("[data-search-page]");
const form = root.querySelector("form");
const field = form.elements.q;
const part = (name) => root.querySelector(`[data-${name}]`);
const [status, list, more, elsewhere] = ["status", "results", "more", "elsewhere"].map(part);
const facets = [...root.querySelectorAll("[data-facet]")];
const letters = document.querySelector("[data-letters]");
const words = root.dataset;

const language = document.documentElement.lang;
const plural = new Intl.PluralRules(language);
const digits = new Intl.NumberFormat(language);
const collator = new Intl.Collator(language, { numeric: true });
const endings = words.endings ? new RegExp(words.endings, "iu") : /$^/;
const AT_ONCE = 10;
const PAUSE = 150; // milliseconds without a key before a search begins

const engines = new Map();

/** Pagefind for one index. Each has a module of its own, since its stemmer knows one language only. */
function engine(index) {
  if (!engines.has(index)) {
    const loading = import(`${index}pagefind.js`).then(async (pagefind) => {
      await pagefind.options({ baseUrl: "/", excerptLength: 30 });
      return pagefind;
    });
    loading.catch(() => engines.delete(index)); // the network may be back at the next try
    engines.set(index, loading);
  }
  return engines.get(index);
}

/** "12 results", in the form that the language uses for the number. */
function counted(number) {
  const key = `results${plural.select(number).replace(/^./, (first) => first.toUpperCase())}`;
  return (words[key] ?? words.resultsOther).replace("{num}", digits.format(number));
}

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

// Filters: a fieldset becomes checkboxes, a select becomes options. The values come from the index.

const isSelect = (facet) => facet.localName === "select";
const boxes = (facet) => [...facet.querySelectorAll("input")];

function chosen(facet) {
  if (isSelect(facet)) return facet.value ? [facet.value] : [];
  return boxes(facet).filter((box) => box.checked).map((box) => box.value);
}

function choose(facet, values) {
  if (isSelect(facet)) facet.value = values[0] ?? "";
  else for (const box of boxes(facet)) box.checked = values.includes(box.value);
}

function offer(facet, counts) {
  const name = facet.dataset.facet;
  for (const value of Object.keys(counts).sort(collator.compare)) {
    if (isSelect(facet)) {
      facet.append(element("option", { value, textContent: value }));
    } else {
      const box = element("input", { type: "checkbox", name, value });
      facet.append(element("label", {}, box, " ", value, " ", element("span", { className: "count" })));
    }
  }
  facet.closest("[hidden]")?.removeAttribute("hidden");
}

function recount(facet, counts) {
  if (isSelect(facet)) {
    for (const option of facet.options) {
      const count = counts[option.value] ?? 0;
      if (!option.value) continue;
      option.textContent = `${option.value} (${digits.format(count)})`;
      option.hidden = !count && !option.selected;
    }
    return;
  }
  for (const box of boxes(facet)) {
    const count = counts[box.value] ?? 0;
    box.parentElement.querySelector(".count").textContent = digits.format(count);
    box.parentElement.classList.toggle("empty", !count);
  }
}

let ready;

/** Fetch the index, and show what it can be filtered by. */
function prepare() {
  ready ??= engine(words.index).then(async (pagefind) => {
    const counts = await pagefind.filters();
    for (const facet of facets) offer(facet, counts[facet.dataset.facet] ?? {});
    return pagefind;
  });
  ready.catch(() => (ready = undefined));
  return ready;
}

// What is asked stands in the address, so that it can be shared and the browser's buttons work.

function address() {
  const query = new URLSearchParams();
  if (field.value.trim()) query.set("q", field.value.trim());
  for (const facet of facets) for (const value of chosen(facet)) query.append(facet.dataset.facet, value);
  return query.size ? `?${query}` : location.pathname;
}

function remember(way) {
  if (address() !== (location.search || location.pathname)) history[way](null, "", address());
}

async function recall() {
  const query = new URLSearchParams(location.search);
  field.value = query.get("q") ?? "";
  const filtered = facets.some((facet) => query.has(facet.dataset.facet));
  if (filtered) await prepare().catch(() => {});
  for (const facet of facets) choose(facet, query.getAll(facet.dataset.facet));
  await search();
}

// Results

let turn = 0;
let found = [];

function clear() {
  list.replaceChildren();
  more.hidden = true;
  elsewhere.hidden = true;
  if (letters) letters.hidden = false;
}

const bare = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase(language);
const marks = ({ excerpt }) => [...excerpt.matchAll(/<mark>(.*?)<\/mark>/g)].map((match) => bare(match[1]));

/**
 * Pagefind cuts a word it does not know until something fits: "oresund" finds "or". Three letters must be right.
 * Not so in Arabic, where the article may be all that two forms of a word begin with.
 */
function fits(data, query) {
  if (!/^\p{Script=Latin}/u.test(query)) return true;
  const marked = marks(data);
  const starts = bare(query).split(/\s+/).map((word) => word.slice(0, 3));
  return !marked.length || marked.some((mark) => starts.some((start) => mark.includes(start)));
}

/** What Pagefind marks in a piece of text, as nodes: nothing from the index is ever read as HTML. */
function excerpt({ excerpt: marked, meta }) {
  const pieces = marked.split(/\s+/);
  const title = meta.title.split(/\s+/);
  const plain = pieces.map((piece) => piece.replace(/<\/?mark>/g, ""));
  const repeats = title.every((word, at) => plain[at]?.replace(/\.$/, "") === word.replace(/\.$/, ""));
  const rest = pieces.slice(repeats ? title.length : 0).join(" ");
  const decoder = document.createElement("textarea"); // holds text and nothing else
  return rest.split(/<mark>(.*?)(\p{P}*)<\/mark>/u).map((text, at) => {
    decoder.innerHTML = text;
    return at % 3 === 1 ? element("mark", { textContent: decoder.value }) : decoder.value;
  });
}

/** See hide() in generator/search_document.py: words that nobody can search for. */
function picture(hidden) {
  if (!hidden) return [];
  const bytes = Uint8Array.from(hidden, (letter) => letter.charCodeAt(0) - 0xa000);
  const [src, width, height, type, srcset] = new TextDecoder().decode(bytes).split("|");
  const shown = element("picture", { className: "result-picture" });
  if (srcset) shown.append(element("source", { type, srcset, sizes: "6rem" }));
  // The title says it all: for those who do not see it the picture is decoration.
  shown.append(element("img", { width, height, alt: "", loading: "lazy", decoding: "async", src }));
  return [shown];
}

function result(data) {
  const link = element("a", { href: data.url, textContent: data.meta.title });
  const about = [data.meta.kind, data.meta.area].filter(Boolean).join(" · ");
  const text = element("div", { className: "result-text" });
  text.append(element("p", { className: "kicker", textContent: about }));
  text.append(element("h2", {}, link));
  text.append(element("p", { className: "result-excerpt" }, ...excerpt(data)));
  return element("li", { className: "result" }, ...picture(data.meta.picture), text);
}

/** Show the next few. Returns the first new link. */
async function show(mine, query) {
  const from = list.children.length;
  const data = await Promise.all(found.slice(from, from + AT_ONCE).map((each) => each.data()));
  if (mine !== turn) return null;
  if (query && !from && !data.some((each) => fits(each, query))) found = [];
  const items = found.length ? data.map(result) : [];
  list.append(...items);
  more.hidden = list.children.length >= found.length;
  return items[0]?.querySelector("a");
}

async function search() {
  const mine = ++turn;
  const query = field.value.trim();
  if (!query && !facets.some((facet) => chosen(facet).length)) {
    found = [];
    clear();
    status.textContent = "";
    if (ready) for (const facet of facets) recount(facet, (await (await ready).filters())[facet.dataset.facet] ?? {});
    return;
  }
  try {
    const pagefind = await prepare();
    // Without the endings that its stemmer does not know Pagefind finds more; what has them comes first.
    const loose = query.split(/\s+/).map((word) => word.replace(endings, "")).join(" ");
    const ask = (text, without) => {
      const filters = {};
      for (const facet of facets) {
        const values = chosen(facet);
        if (facet !== without && values.length) filters[facet.dataset.facet] = { any: values };
      }
      return pagefind.search(text || null, { filters });
    };
    // A filter counts what it would find beside the other filters, whatever is chosen in it.
    const [all, exact, ...others] = await Promise.all([
      ask(loose),
      loose === query ? { results: [] } : ask(query),
      ...facets.map((facet) => ask(loose, facet)),
    ]);
    if (mine !== turn) return;
    clear();
    const first = new Map(exact.results.map((each) => [each.id, each]));
    found = all.results.filter((each) => !first.has(each.id));
    found.unshift(...exact.results.filter((each) => all.results.some(({ id }) => id === each.id)));
    facets.forEach((facet, at) => recount(facet, others[at].filters[facet.dataset.facet] ?? {}));
    await show(mine, query);
    if (mine !== turn) return;
    status.textContent = found.length ? counted(found.length) : words.none;
    if (letters) letters.hidden = found.length > 0;
    if (!found.length && query) await lookElsewhere(query, mine);
  } catch (error) {
    if (mine !== turn) return;
    clear();
    status.textContent = words.failed;
    console.info(error);
  }
}

/** Nothing in this language: say in which other there is something. */
async function lookElsewhere(query, mine) {
  for (const link of elsewhere.querySelectorAll("a")) {
    const item = link.closest("li");
    item.hidden = true;
    const answer = await engine(link.dataset.index).then((other) => other.search(query)).catch(() => null);
    const first = await answer?.results[0]?.data();
    if (mine !== turn) return;
    if (!first || !fits(first, query)) continue;
    link.search = new URLSearchParams({ q: query });
    item.querySelector(".count").textContent = counted(answer.results.length);
    item.hidden = elsewhere.hidden = false;
  }
}

// Events

let waiting;
field.addEventListener("focus", () => prepare().catch(() => {}), { once: true });
field.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    remember("replaceState");
    search();
  }, PAUSE);
});
for (const facet of facets) {
  facet.addEventListener("change", () => {
    remember("pushState");
    search();
  });
}
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  remember("pushState");
  search();
});
more.addEventListener("click", async () => (await show(turn))?.focus());
addEventListener("popstate", recall);

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const here = document.activeElement;
  const links = [...list.querySelectorAll("a")];
  const stops = [field, ...links];
  const at = stops.indexOf(here);
  if (event.key === "/" && !here.closest("input, textarea, select, [contenteditable]")) {
    field.focus();
    field.select();
  } else if (event.key === "ArrowDown" && at >= 0 && at < stops.length - 1) {
    stops[at + 1].focus();
  } else if (event.key === "ArrowUp" && at > 0) {
    stops[at - 1].focus();
  } else if (event.key === "Escape" && at > 0) {
    field.focus();
  } else if (event.key === "Escape" && at === 0 && field.value) {
    field.value = "";
    remember("replaceState");
    search();
  } else {
    return;
  }
  event.preventDefault();
});

recall();
if (location.hash === `#${field.id}`) field.focus();
