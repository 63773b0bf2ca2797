// Narrows a listing at once: links become boxes to tick, the address remembers them, Back undoes them.
const root = document.querySelector("[data-filters][data-cards]");
const listing = document.querySelector("[data-listing]");
if (root && listing) start();

function start() {
  const { url, cards, field: ownField, value: ownValue, none, failed } = root.dataset;
  const counts = JSON.parse(root.dataset.counts);
  const language = document.documentElement.lang;
  const plural = new Intl.PluralRules(language.split("-")[0]);
  const details = root.querySelector("details");
  const status = root.querySelector("[data-status]");
  const all = root.querySelector("[data-all]");
  const asServed = [...listing.childNodes];
  const here = location.pathname;
  const boxes = [];
  let stories; // a promise of [{facets, card}]

  for (const group of root.querySelectorAll("[data-group]")) {
    const set = document.createElement("fieldset");
    const legend = document.createElement("legend");
    legend.textContent = group.querySelector("h3").textContent;
    const list = document.createElement("ul");
    for (const item of group.querySelectorAll("[data-value]")) {
      const label = document.createElement("label");
      const box = document.createElement("input");
      box.type = "checkbox";
      box.name = item.dataset.field;
      box.value = item.dataset.value;
      const count = item.querySelector(".count");
      label.append(box, ` ${item.firstElementChild.textContent} `, count);
      const row = document.createElement("li");
      row.append(label);
      list.append(row);
      boxes.push({ box, count, row, group: set, every: group.dataset.group === "all" });
    }
    set.className = group.className;
    set.append(legend, list);
    group.replaceWith(set);
  }

  const load = () => (stories ??= fetch(cards).then((answer) => {
    if (!answer.ok) throw new Error(answer.statusText);
    return answer.json();
  }).catch((error) => { stories = undefined; throw error; }));

  const has = (story, { box }) => (story.facets[box.name] ?? []).includes(box.value);

  // A story fits if every group does: any of its ticked boxes, or all of them where they add up.
  function fits(story, ticked) {
    const groups = Map.groupBy
      ? Map.groupBy(ticked, (each) => each.group)
      : ticked.reduce((map, each) => map.set(each.group, [...(map.get(each.group) ?? []), each]), new Map());
    return [...groups.values()].every((each) =>
      each[0].every ? each.every((one) => has(story, one)) : each.some((one) => has(story, one)));
  }

  function address(ticked) {
    if (ticked.length === 1 && here !== url && ticked[0].box.name === ownField && ticked[0].box.value === ownValue) {
      return here;
    }
    const query = new URLSearchParams(ticked.map(({ box }) => [box.name, box.value])).toString();
    return query ? `${url}?${query}` : url;
  }

  async function show(announce) {
    const ticked = boxes.filter(({ box }) => box.checked);
    all.parentElement.hidden = !ticked.length;
    if (address(ticked) === here || (!ticked.length && here.startsWith(url) && !ownField)) {
      listing.replaceChildren(...asServed);
    }
    let known;
    try {
      known = await load();
    } catch {
      status.textContent = failed;
      return;
    }
    if (boxes.some((each) => each.box.checked !== ticked.includes(each))) return; // a later tick is on its way
    for (const each of boxes) {
      const others = ticked.filter((one) => one !== each && (each.every || one.group !== each.group));
      const number = known.filter((story) => fits(story, [...others, each])).length;
      each.count.textContent = number;
      each.row.classList.toggle("none", !number);
    }
    const found = known.filter((story) => fits(story, ticked));
    if (address(ticked) !== here && (ticked.length || ownField)) {
      const list = document.createElement("ul");
      list.className = "cards";
      list.innerHTML = found.map((story) => `<li>${story.card}</li>`).join("");
      const empty = document.createElement("p");
      empty.className = "empty";
      empty.textContent = none;
      listing.replaceChildren(found.length ? list : empty);
    }
    if (announce || ticked.length) {
      const form = counts[plural.select(found.length)] ?? counts.other;
      status.textContent = found.length
        ? form.replace("%(num)s", new Intl.NumberFormat(language.split("-")[0]).format(found.length))
        : none;
    } else {
      status.textContent = "";
    }
  }

  function readAddress() {
    const query = new URLSearchParams(location.search);
    const own = location.pathname === here && !location.search;
    for (const { box } of boxes) {
      box.checked = query.getAll(box.name).includes(box.value)
        || (own && box.name === ownField && box.value === ownValue);
    }
    return boxes.some(({ box }) => box.checked);
  }

  root.addEventListener("change", () => {
    history.pushState(null, "", address(boxes.filter(({ box }) => box.checked)));
    show(true);
  });
  all.addEventListener("click", (event) => {
    event.preventDefault();
    for (const { box } of boxes) box.checked = false;
    history.pushState(null, "", url);
    boxes[0]?.box.focus();
    show(true);
  });
  addEventListener("popstate", () => { readAddress(); show(true); });
  if (readAddress() && location.search) {
    details.open = true;
    show(false);
  }
  // The numbers beside the boxes are right as served, so nothing is fetched before it is wanted.
  root.addEventListener("pointerenter", () => load().catch(() => {}), { once: true });
}
