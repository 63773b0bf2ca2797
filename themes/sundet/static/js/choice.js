// Light, dark or as the device has it. Only a choice is kept, and choosing the device's own forgets it again.
const root = document.documentElement;

function show(chosen) {
  for (const button of document.querySelectorAll("[data-theme-value]")) {
    button.setAttribute("aria-pressed", String(button.dataset.themeValue === chosen));
  }
}

function choose(chosen) {
  if (chosen) root.dataset.theme = chosen;
  else delete root.dataset.theme;
  try {
    if (chosen) localStorage.setItem("theme", chosen);
    else localStorage.removeItem("theme");
  } catch { /* a browser that keeps nothing: the choice lasts for this page */ }
  show(chosen);
}

for (const group of document.querySelectorAll("[data-choice]")) {
  group.addEventListener("click", (event) => {
    const button = event.target.closest("[data-theme-value]");
    if (button) choose(button.dataset.themeValue);
  });
  group.hidden = false;
}
show(root.dataset.theme ?? "");
// Another tab of the site chose.
addEventListener("storage", (event) => {
  if (event.key !== "theme") return;
  const chosen = event.newValue ?? "";
  if (chosen) root.dataset.theme = chosen;
  else delete root.dataset.theme;
  show(chosen);
});
