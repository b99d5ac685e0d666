// Citations: a dialog instead of their page, what is copied, and the style that was chosen last.
"use strict";

{
  const KEPT = "citations-style";
  let dialog;

  // Storage can be forbidden; the usual style is shown then.
  function chosen() {
    try {
      return localStorage.getItem(KEPT) || "";
    } catch {
      return "";
    }
  }

  // What a form is filled with, without what is empty.
  function filled(form, names) {
    const given = [...new FormData(form)].filter(([name, value]) => value && names.includes(name));
    return String(new URLSearchParams(given));
  }

  // The style is that of the form that came back, by whatever name it was asked for.
  function keep(form) {
    try {
      localStorage.setItem(KEPT, filled(form, ["style", "locale"]));
    } catch {
      // The usual style is shown next time.
    }
  }

  async function copy(button) {
    const citations = [...button.closest("[data-cited], section").querySelectorAll("[data-citation]")];
    const all = (name, between) => citations.map((one) => one.dataset[name]).join(between);
    const kinds = { "text/html": all("rich", ""), "text/plain": all("plain", "\n") };
    const parts = Object.entries(kinds).map(([type, text]) => [type, new Blob([text], { type })]);
    const word = button.parentElement.querySelector("[role=status]");
    try {
      await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(parts))]);
      word.textContent = "Copied";
    } catch {
      word.textContent = "The browser did not allow it: select the text and copy it";
    }
  }

  function ready(root) {
    for (const button of root.querySelectorAll("[data-copy-citation]")) {
      button.hidden = !navigator.clipboard;
    }
    for (const button of root.querySelectorAll("[data-print]")) button.hidden = false;
  }

  function made() {
    const close = document.createElement("button");
    const content = document.createElement("div");
    close.textContent = "Close";
    close.addEventListener("click", () => dialog.close());
    dialog = document.createElement("dialog");
    dialog.className = "citing";
    dialog.ariaLabel = "Cite";
    dialog.append(content, close);
    document.body.append(dialog);
    return content;
  }

  // A page of citations, and whether there is the style asked for.
  async function asked(address, choice) {
    const response = await fetch(choice ? `${address}?${choice}` : address);
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    if (!page.querySelector("[data-cite-form]")) throw new Error(response.status);
    return [page, response.ok];
  }

  // The page of citations, in the dialog; as a page where that does not work.
  async function show(address, choice) {
    try {
      const [page, isThere] = await asked(address, choice);
      const content = dialog?.firstChild ?? made();
      content.replaceChildren(...page.querySelector("main").childNodes);
      ready(content);
      if (!dialog.open) dialog.showModal();
      (content.querySelector("[aria-invalid]") ?? content.querySelector("#copy")).focus();
      return isThere;
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
    show(link.href, chosen());
  });

  document.addEventListener("submit", async (event) => {
    const form = event.target.closest("dialog [data-cite-form]");
    if (!form) return;
    event.preventDefault();
    const isThere = await show(form.action, filled(form, ["style", "named", "locale"]));
    if (isThere) keep(dialog.querySelector("[data-cite-form]"));
  });

  // What was not made yet when the page was sent: all but the quotation, which stands above.
  async function fill(box) {
    const [page] = await asked(box.querySelector("[data-cite]").href, "");
    const made = [...page.querySelectorAll("main > section")].slice(1);
    if (made.length) box.replaceWith(...made);
    ready(document);
  }

  ready(document);
  for (const box of document.querySelectorAll("[data-box]")) fill(box).catch(() => {});
}
