// On every page: / goes to the search field, or where it stands. The search page does it by itself.

document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.target.closest?.("input, textarea, select, [contenteditable]")) return;
  if (document.querySelector("[data-search-page]")) return;
  const field = document.querySelector("form[role=search] input[type=search]");
  const link = document.querySelector("a[data-search]");
  if (field) field.focus();
  else if (link) location.assign(`${link.href}#search_words`);
  else return;
  event.preventDefault();
});
