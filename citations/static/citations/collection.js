// The reader's collection, stored in this browser: quotations to cite together.
"use strict";

{
  const COLLECTION = "citations-collection";
  const OWN = "citations-collection-mine";
  const LIMIT = 500;
  const messages = document.currentScript.dataset;
  const link = document.querySelector("[data-collection]");
  const label = link.textContent;
  const form = document.querySelector("[data-collected]");
  const status = document.createElement("p");
  const buttons = [];
  status.className = "unseen";
  status.role = "status";
  document.body.append(status);

  function load() {
    try {
      return (localStorage.getItem(COLLECTION) || "").split(",").filter(Boolean);
    } catch {
      return [];
    }
  }

  function save(keys, message) {
    try {
      localStorage.setItem(COLLECTION, keys.join(","));
      status.textContent = message.replace("{count}", keys.length);
    } catch {
      status.textContent = messages.blocked;
    }
    show();
  }

  function show() {
    const keys = load();
    link.textContent = keys.length ? `${label} (${keys.length})` : label;
    const style = keys.length ? localStorage.getItem("citations-style") : "";
    link.search = keys.length ? `?quotes=${keys.join(",")}${style ? `&${style}` : ""}` : "";
    for (const button of buttons) {
      button.firstChild.data = keys.includes(button.value) ? messages.remove : button.dataset.add;
    }
  }

  function toggle(key) {
    const keys = load();
    const rest = keys.filter((each) => each !== key);
    if (rest.length < keys.length) save(rest, messages.removed);
    else if (keys.length < LIMIT) save([...keys, key], messages.added);
    else status.textContent = messages.full.replace("{count}", LIMIT);
  }

  for (const add of document.querySelectorAll("a[data-add]")) {
    const button = document.createElement("button");
    const word = add.firstChild.data.trim();
    button.type = "button";
    button.className = "plain";
    button.value = add.dataset.add;
    button.dataset.add = word;
    button.append(word, ...[...add.childNodes].slice(1));
    button.addEventListener("click", () => toggle(button.value));
    add.replaceWith(button);
    buttons.push(button);
  }

  if (form) {
    const here = form.dataset.collected;
    const button = form.querySelector("[data-keep]");
    // Changes on the page of one's own collection are saved; other people's are only shown.
    let isOwn = load().join() === here;
    try {
      if (sessionStorage.getItem(OWN)) save(here.split(",").filter(Boolean), "");
      sessionStorage.removeItem(OWN);
      isOwn = load().join() === here;
      form.addEventListener("submit", ({ submitter }) => {
        // A download leaves this page open, so the next page may be another one.
        if (isOwn && !submitter?.hasAttribute("formaction")) sessionStorage.setItem(OWN, "1");
      });
    } catch {
      // Storage is forbidden: nothing is saved.
    }
    if (button && !isOwn) {
      button.hidden = false;
      button.addEventListener("click", () => {
        save(here.split(","), messages.saved);
        button.hidden = true;
      });
    }
  }

  addEventListener("storage", show);
  addEventListener("pageshow", show);
  show();
}
