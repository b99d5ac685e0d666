// Keys and selected words for the review; all of it can be done without them.
"use strict";

{
  const keptOff = "citations-keys-off";
  const text = document.querySelector("[data-text]");
  const words = document.querySelector("[data-words]");
  const on = document.querySelector("[data-keys-on]");

  const typing = (target) => target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select, .select2-container") !== null;

  // Offsets are code points of the text; the browser counts UTF-16 units.
  const placeOf = (node, offset) => {
    const paragraph = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-start]");
    if (!paragraph || !text.contains(paragraph)) return null;
    const before = document.createRange();
    before.setStart(paragraph, 0);
    before.setEnd(node, offset);
    return Number(paragraph.dataset.start) + [...before.toString()].length;
  };

  const selected = () => {
    const selection = getSelection();
    if (selection.isCollapsed || !selection.rangeCount) return null;
    const range = selection.getRangeAt(0);
    const start = placeOf(range.startContainer, range.startOffset);
    const end = placeOf(range.endContainer, range.endOffset);
    if (start === null || end === null) return null;
    return start < end ? { start, end, said: selection.toString().trim() } : null;
  };

  document.addEventListener("selectionchange", () => {
    const found = selected();
    if (!found) return;
    words.elements.start.value = found.start;
    words.elements.end.value = found.end;
    words.elements.words.value = "";
    words.elements.words.placeholder = found.said;
  });

  const keys = {
    e: () => document.querySelector("[data-judge] .select2-selection, [data-judge] textarea")?.focus(),
    w: () => words.requestSubmit(words.querySelector("[name=do]")),
  };
  for (const control of document.querySelectorAll("[data-key]")) keys[control.dataset.key] = () => control.click();

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || (on && !on.checked)) return;
    if (event.key === "Escape" && typing(event.target)) event.target.blur();
    if (typing(event.target) || !Object.hasOwn(keys, event.key)) return;
    event.preventDefault();
    keys[event.key]();
  });

  // Storage can be forbidden; the switch then holds for this page.
  try {
    if (on) on.checked = localStorage.getItem(keptOff) === null;
    on?.addEventListener("change", () => (on.checked ? localStorage.removeItem(keptOff) : localStorage.setItem(keptOff, "1")));
  } catch {}

  document.querySelectorAll("[data-keys]").forEach((each) => (each.hidden = false));
  // Only the text moves, where it scrolls by itself.
  const pane = text.parentElement;
  const mark = text.querySelector(".found[aria-current]");
  if (mark) pane.scrollTop = mark.getBoundingClientRect().top - pane.getBoundingClientRect().top - pane.clientHeight / 3;
}
