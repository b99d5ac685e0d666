// Suggestions below the search box: a combobox with a list (ARIA 1.2).
"use strict";

{
  // Labels, and the names of the kinds: speaker, publication, topic.
  const { address, label, count, ...kinds } = document.currentScript.dataset;
  const PAUSE = 120; // milliseconds without typing before a request

  function suggestTo(box, number) {
    const list = document.createElement("ul");
    const status = document.createElement("p");
    let options = [];
    let at = -1; // -1: the box itself
    let request;
    let timer;

    list.id = `suggestions-${number}`;
    list.className = "suggestions";
    list.role = "listbox";
    list.ariaLabel = label;
    list.hidden = true;
    status.className = "unseen";
    status.role = "status";
    box.role = "combobox";
    box.ariaAutoComplete = "list";
    box.ariaExpanded = "false";
    box.setAttribute("aria-controls", list.id);
    box.form.append(list, status);

    function close() {
      clearTimeout(timer);
      request?.abort();
      options = [];
      show();
    }

    function show() {
      list.replaceChildren(...options);
      list.hidden = !options.length;
      box.ariaExpanded = String(!list.hidden);
      go(-1);
    }

    function go(to) {
      options[at]?.setAttribute("aria-selected", "false");
      at = to;
      options[at]?.setAttribute("aria-selected", "true");
      options[at]?.scrollIntoView({ block: "nearest" });
      if (at < 0) box.removeAttribute("aria-activedescendant");
      else box.setAttribute("aria-activedescendant", options[at].id);
    }

    function option(one, index) {
      const item = document.createElement("li");
      const name = document.createElement("bdi");
      const note = document.createElement("span");
      item.id = `${list.id}-${index}`;
      item.role = "option";
      item.ariaSelected = "false";
      item.dataset.url = one.url;
      name.textContent = one.label;
      note.textContent = `${kinds[one.kind] ?? one.kind}, ${one.note}`;
      item.append(name, " ", note);
      return item;
    }

    async function ask() {
      request?.abort();
      const text = box.value.trim();
      if (!text) return close();
      request = new AbortController();
      try {
        const answer = await fetch(`${address}?q=${encodeURIComponent(text)}`, { signal: request.signal });
        const found = answer.ok ? await answer.json() : [];
        if (document.activeElement !== box) return;
        options = found.map(option);
        show();
        status.textContent = count.replace("{count}", found.length);
      } catch {
        // A later request replaced this one, or there is no connection: the box works without.
      }
    }

    const keys = {
      ArrowDown: () => go(at + 1 < options.length ? at + 1 : -1),
      ArrowUp: () => go(at < 0 ? options.length - 1 : at - 1),
      Home: () => go(0),
      End: () => go(options.length - 1),
      Enter: () => location.assign(options[at].dataset.url),
    };

    box.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(ask, PAUSE);
    });
    box.addEventListener("keydown", (event) => {
      if (event.isComposing || event.ctrlKey || event.metaKey) return;
      if (event.key === "Escape" && options.length) {
        event.preventDefault();
        return close();
      }
      if (event.key === "Tab") return close();
      // In the box itself these keys move the caret, and Enter searches for its text.
      if (!options.length || (at < 0 && !event.key.startsWith("Arrow"))) return;
      if (!Object.hasOwn(keys, event.key)) return;
      event.preventDefault();
      keys[event.key]();
    });
    box.addEventListener("blur", close);
    box.form.addEventListener("submit", close);
    list.addEventListener("mousedown", (event) => event.preventDefault()); // the box keeps the focus
    list.addEventListener("click", (event) => {
      const chosen = event.target.closest("[data-url]");
      if (chosen) location.assign(chosen.dataset.url);
    });
  }

  document.querySelectorAll("[data-search]").forEach(suggestTo);
}
