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

  function choose(form) {
    const asked = new URLSearchParams(new FormData(form));
    const named = asked.get("named");
    if (named) asked.set("style", named);
    const kept = new URLSearchParams();
    for (const name of ["style", "locale"]) if (asked.get(name)) kept.set(name, asked.get(name));
    return String(kept);
  }

  async function copy(button) {
    const citations = [...button.closest("section").querySelectorAll("[data-citation]")];
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

  // The page of citations, in the dialog; as a page where that does not work.
  async function show(address, asked) {
    try {
      const response = await fetch(asked ? `${address}?${asked}` : address);
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      const form = page.querySelector("[data-cite-form]");
      if (!form) throw new Error(response.status);
      const content = dialog?.firstChild ?? made();
      content.replaceChildren(...page.querySelector("main").childNodes);
      ready(content);
      if (!dialog.open) dialog.showModal();
      (content.querySelector("[aria-invalid]") ?? content.querySelector("#copy")).focus();
      return response.ok;
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
    const asked = choose(form);
    if (await show(form.action, asked)) localStorage.setItem(KEPT, asked);
  });

  ready(document);
}
