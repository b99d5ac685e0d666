// Shows citations in a dialog instead of on their page, copies them, and remembers the last style.
"use strict";

{
  const STYLE = "citations-style";
  const messages = document.currentScript.dataset;
  let dialog;

  // Browsers can forbid storage; then the default style is shown.
  function savedStyle() {
    try {
      return localStorage.getItem(STYLE) || "";
    } catch {
      return "";
    }
  }

  // The fields of a form as a query string, without the empty ones.
  function queryOf(form, names) {
    const given = [...new FormData(form)].filter(([name, value]) => value && names.includes(name));
    return String(new URLSearchParams(given));
  }

  // Saves the style that the returned form shows, whichever name was used to ask for it.
  function saveStyle(form) {
    try {
      localStorage.setItem(STYLE, queryOf(form, ["style", "locale"]));
    } catch {
      // Next time the default style is shown.
    }
  }

  async function copy(button) {
    const citations = [...button.closest("[data-cited], section").querySelectorAll("[data-citation]")];
    const all = (name, between) => citations.map((one) => one.dataset[name]).join(between);
    const kinds = { "text/html": all("rich", ""), "text/plain": all("plain", "\n") };
    const parts = Object.entries(kinds).map(([type, text]) => [type, new Blob([text], { type })]);
    const status = button.parentElement.querySelector("[role=status]");
    try {
      await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(parts))]);
      status.textContent = messages.copied;
    } catch {
      status.textContent = messages.blocked;
    }
  }

  function showButtons(root) {
    for (const button of root.querySelectorAll("[data-copy-citation]")) {
      button.hidden = !navigator.clipboard;
    }
    for (const button of root.querySelectorAll("[data-print]")) button.hidden = false;
  }

  function createDialog() {
    const close = document.createElement("button");
    const content = document.createElement("div");
    close.textContent = messages.close;
    close.addEventListener("click", () => dialog.close());
    dialog = document.createElement("dialog");
    dialog.className = "citing";
    dialog.ariaLabel = messages.label;
    dialog.append(content, close);
    document.body.append(dialog);
    return content;
  }

  // The page of citations, and whether the style asked for exists.
  async function fetchPage(address, choice) {
    const response = await fetch(choice ? `${address}?${choice}` : address);
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    if (!page.querySelector("[data-cite-form]")) throw new Error(response.status);
    return [page, response.ok];
  }

  // Shows the page of citations in the dialog; goes to the page itself where that fails.
  async function show(address, choice) {
    try {
      const [page, isKnownStyle] = await fetchPage(address, choice);
      const content = dialog?.firstChild ?? createDialog();
      content.replaceChildren(...page.querySelector("main").childNodes);
      showButtons(content);
      if (!dialog.open) dialog.showModal();
      (content.querySelector("[aria-invalid]") ?? content.querySelector("#copy")).focus();
      return isKnownStyle;
    } catch {
      location.assign(address);
      return false;
    }
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-cite]");
    const button = event.target.closest("[data-copy-citation], [data-print]");
    if (button) button.hasAttribute("data-print") ? print() : copy(button);
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    show(link.href, savedStyle());
  });

  document.addEventListener("submit", async (event) => {
    const form = event.target.closest("dialog [data-cite-form]");
    if (!form) return;
    event.preventDefault();
    const isKnownStyle = await show(form.action, queryOf(form, ["style", "named", "locale"]));
    if (isKnownStyle) saveStyle(dialog.querySelector("[data-cite-form]"));
  });

  // Loads the citations that were not cached when the server sent the page. The first section is
  // the quotation itself, which the page shows already.
  async function fill(box) {
    const [page] = await fetchPage(box.querySelector("[data-cite]").href, "");
    const sections = [...page.querySelectorAll("main > section")].slice(1);
    if (sections.length) box.replaceWith(...sections);
    showButtons(document);
  }

  showButtons(document);
  for (const box of document.querySelectorAll("[data-box]")) fill(box).catch(() => {});
}
