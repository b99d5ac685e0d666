// Keyboard shortcuts and text selection for the review, which works without them.
"use strict";

{
  const storageKey = "citations-keys-off";
  const text = document.querySelector("[data-text]");
  const words = document.querySelector("[data-words]");
  const on = document.querySelector("[data-keys-on]");

  const isTyping = (target) => target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select, .select2-container") !== null;

  // Offsets count code points of the text; the browser counts UTF-16 units.
  const offsetOf = (node, offset) => {
    const paragraph = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-start]");
    if (!paragraph || !text.contains(paragraph)) return null;
    const before = document.createRange();
    before.setStart(paragraph, 0);
    before.setEnd(node, offset);
    return Number(paragraph.dataset.start) + [...before.toString()].length;
  };

  const selectedSpan = () => {
    const selection = getSelection();
    if (selection.isCollapsed || !selection.rangeCount) return null;
    const range = selection.getRangeAt(0);
    const start = offsetOf(range.startContainer, range.startOffset);
    const end = offsetOf(range.endContainer, range.endOffset);
    if (start === null || end === null) return null;
    return start < end ? { start, end, text: selection.toString().trim() } : null;
  };

  document.addEventListener("selectionchange", () => {
    const found = selectedSpan();
    if (!found) return;
    words.elements.start.value = found.start;
    words.elements.end.value = found.end;
    words.elements.words.value = "";
    words.elements.words.placeholder = found.text;
  });

  const keys = {
    e: () => document.querySelector("[data-judge] .select2-selection, [data-judge] textarea")?.focus(),
    w: () => words.requestSubmit(words.querySelector("[name=do]")),
  };
  for (const control of document.querySelectorAll("[data-key]")) keys[control.dataset.key] = () => control.click();

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || (on && !on.checked)) return;
    if (event.key === "Escape" && isTyping(event.target)) event.target.blur();
    if (isTyping(event.target) || !Object.hasOwn(keys, event.key)) return;
    event.preventDefault();
    keys[event.key]();
  });

  // Storage can be forbidden; the switch then works for this page only.
  try {
    if (on) on.checked = localStorage.getItem(storageKey) === null;
    on?.addEventListener("change", () => (on.checked ? localStorage.removeItem(storageKey) : localStorage.setItem(storageKey, "1")));
  } catch {}

  document.querySelectorAll("[data-keys]").forEach((each) => (each.hidden = false));
  // Scrolls only the text, where it has a scroll bar of its own.
  const pane = text.parentElement;
  const mark = text.querySelector(".found[aria-current]");
  if (mark) pane.scrollTop = mark.getBoundingClientRect().top - pane.getBoundingClientRect().top - pane.clientHeight / 3;
}
