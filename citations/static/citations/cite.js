// Copies a citation, as rich text and as plain text; without it they can be selected by hand.
"use strict";

async function copy(button) {
  const citation = button.closest("section").querySelector("[data-citation]");
  const kinds = { "text/html": citation.dataset.rich, "text/plain": citation.dataset.plain };
  const parts = Object.entries(kinds).map(([type, text]) => [type, new Blob([text], { type })]);
  const word = button.parentElement.querySelector("[role=status]");
  try {
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(parts))]);
    word.textContent = "Copied";
  } catch {
    word.textContent = "The browser did not allow it: select the text and copy it";
  }
}

for (const button of document.querySelectorAll("[data-copy-citation]")) {
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", () => copy(button));
  // Hidden until now, it could not take the focus that its address gives it.
  if (location.hash === `#${button.id}`) button.focus();
}
