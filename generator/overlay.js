// Shows what is wrong over the last good page, in a shadow of its own so that the page's looks stay out.
(({title, problems}) => {
  if (!problems.length) return;
  const host = document.createElement("div");
  const root = host.attachShadow({mode: "open"});
  root.innerHTML = `
    <style>
      section {
        all: initial; position: fixed; inset-block-end: 0; inset-inline: 0; max-block-size: 60vh; overflow: auto;
        z-index: 2147483647; box-sizing: border-box; padding: 1rem 1.5rem; direction: ltr;
        background: #2b1210; color: #fff; font: 16px/1.5 system-ui, sans-serif; border-block-start: 4px solid #e5533d;
      }
      h2 { font-size: 1.1rem; margin: 0 0 .5rem }
      pre { margin: .25rem 0; padding: .5rem; background: #0006; overflow: auto }
      article { margin-block-end: 1rem }
      p { margin: 0 }
      .hint { color: #ffd7a8 }
      button { float: right; font: inherit; min-inline-size: 2rem; min-block-size: 2rem }
    </style>
    <section role="alert"><button aria-label="\u00d7">\u00d7</button><h2></h2></section>`;
  const panel = root.querySelector("section");
  panel.querySelector("h2").textContent = title;
  panel.querySelector("button").onclick = () => host.remove();
  for (const each of problems) {
    const article = document.createElement("article");
    const parts = [["p", `${each.place}: ${each.message}`, ""], ["pre", each.excerpt, ""], ["p", each.hint, "hint"]];
    for (const [tag, text, kind] of parts.filter(([, text]) => text)) {
      const element = document.createElement(tag);
      element.textContent = text;
      element.className = kind;
      article.append(element);
    }
    panel.append(article);
  }
  document.body.append(host);
})(PROBLEMS);
