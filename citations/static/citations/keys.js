// Keys for those who like them: everything they do can be done without them.
"use strict";

const keptOff = "citations-keys-off";
const searchBox = document.querySelector("[data-search]");
const list = document.querySelector("[data-keys-list]");
const on = document.querySelector("[data-keys-on]");

// Storage can be forbidden; the switch then holds for this page.
function kept() {
  try {
    return localStorage.getItem(keptOff) === null;
  } catch {
    return true;
  }
}

function keep(isOn) {
  try {
    if (isOn) localStorage.removeItem(keptOff);
    else localStorage.setItem(keptOff, "1");
  } catch {
    // Nothing to be done, and nothing lost.
  }
}

function typing(target) {
  return target.closest("input, textarea, select, [contenteditable], dialog") !== null;
}

function move(step) {
  const results = [...document.querySelectorAll(".result .wording a")];
  const here = results.findIndex((link) => link.closest(".result").contains(document.activeElement));
  const next = results[here < 0 ? (step > 0 ? 0 : results.length - 1) : here + step];
  next?.focus();
  next?.closest(".result").scrollIntoView({ block: "nearest" });
}

// The quotation whose line has the focus, or the one that the page is about.
function cite() {
  const line = document.activeElement.closest(".result");
  (line ?? document.querySelector("main")).querySelector("[data-cite]")?.click();
}

const keys = {
  "/": () => {
    searchBox?.focus();
    searchBox?.select();
  },
  j: () => move(1),
  k: () => move(-1),
  c: () => cite(),
  "?": () => list.showModal(),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || !on.checked) return;
  if (typing(event.target) || !Object.hasOwn(keys, event.key)) return;
  event.preventDefault();
  keys[event.key]();
});

on.checked = kept();
on.addEventListener("change", () => keep(on.checked));

for (const button of document.querySelectorAll("[data-keys]")) {
  button.hidden = false;
  button.addEventListener("click", () => list.showModal());
}

for (const button of document.querySelectorAll("[data-copy]")) {
  const address = button.parentElement.querySelector("[data-copied]").href;
  const word = button.parentElement.querySelector("[data-copy-word]");
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(address);
    word.textContent = "Copied";
  });
}
