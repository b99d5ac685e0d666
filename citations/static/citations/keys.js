// Keyboard shortcuts; everything they do can also be done without them.
"use strict";

const SWITCHED_OFF = "citations-keys-off";
const { copied } = document.currentScript.dataset;
const searchBox = document.querySelector("[data-search]");
const list = document.querySelector("[data-keys-list]");
const onSwitch = document.querySelector("[data-keys-on]");

// Browsers can forbid storage; then the switch works for this page only.
function isOnSaved() {
  try {
    return localStorage.getItem(SWITCHED_OFF) === null;
  } catch {
    return true;
  }
}

function saveSwitch(isOn) {
  try {
    if (isOn) localStorage.removeItem(SWITCHED_OFF);
    else localStorage.setItem(SWITCHED_OFF, "1");
  } catch {
    // Storage is forbidden: nothing is saved.
  }
}

function isTyping(target) {
  return target.closest("input, textarea, select, [contenteditable], dialog") !== null;
}

function move(step) {
  const results = [...document.querySelectorAll(".result .wording a")];
  const here = results.findIndex((link) => link.closest(".result").contains(document.activeElement));
  const next = results[here < 0 ? (step > 0 ? 0 : results.length - 1) : here + step];
  next?.focus();
  next?.closest(".result").scrollIntoView({ block: "nearest" });
}

// Cites the quotation whose line has the focus, or the one that the page is about.
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
  if (event.ctrlKey || event.metaKey || event.altKey || !onSwitch.checked) return;
  if (isTyping(event.target) || !Object.hasOwn(keys, event.key)) return;
  event.preventDefault();
  keys[event.key]();
});

onSwitch.checked = isOnSaved();
onSwitch.addEventListener("change", () => saveSwitch(onSwitch.checked));

for (const button of document.querySelectorAll("[data-keys]")) {
  button.hidden = false;
  button.addEventListener("click", () => list.showModal());
}

for (const button of document.querySelectorAll("[data-copy]")) {
  const address = button.parentElement.querySelector("[data-copied]").href;
  const status = button.parentElement.querySelector("[data-copy-word]");
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(address);
    status.textContent = copied;
  });
}
