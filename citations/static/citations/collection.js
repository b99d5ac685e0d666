// The collection, kept in this browser: quotations added on any page, to be cited together.
"use strict";

{
  const KEPT = "citations-collection";
  const MINE = "citations-collection-mine";
  const MOST = 500;
  const link = document.querySelector("[data-collection]");
  const form = document.querySelector("[data-collected]");
  const word = document.createElement("p");
  const buttons = [];
  word.className = "unseen";
  word.role = "status";
  document.body.append(word);

  function kept() {
    try {
      return (localStorage.getItem(KEPT) || "").split(",").filter(Boolean);
    } catch {
      return [];
    }
  }

  function keep(keys, told) {
    try {
      localStorage.setItem(KEPT, keys.join(","));
      word.textContent = told;
    } catch {
      word.textContent = "The browser does not allow to keep a collection";
    }
    show();
  }

  function show() {
    const keys = kept();
    link.textContent = keys.length ? `Collection (${keys.length})` : "Collection";
    const style = keys.length ? localStorage.getItem("citations-style") : "";
    link.search = keys.length ? `?quotes=${keys.join(",")}${style ? `&${style}` : ""}` : "";
    for (const button of buttons) {
      button.firstChild.data = keys.includes(button.value) ? "Take out" : "Add";
    }
  }

  function turn(key) {
    const keys = kept();
    const rest = keys.filter((each) => each !== key);
    const isIn = rest.length < keys.length;
    if (!isIn && keys.length >= MOST) word.textContent = `A collection holds ${MOST} at most`;
    else if (isIn) keep(rest, `Taken out: ${rest.length} in the collection`);
    else keep([...keys, key], `Added: ${keys.length + 1} in the collection`);
  }

  for (const added of document.querySelectorAll("a[data-add]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "plain";
    button.value = added.dataset.add;
    button.append("Add", ...[...added.childNodes].slice(1));
    button.addEventListener("click", () => turn(button.value));
    added.replaceWith(button);
    buttons.push(button);
  }

  if (form) {
    const here = form.dataset.collected;
    const button = form.querySelector("[data-keep]");
    // What becomes of one's own collection on its page is kept; others' are only looked at.
    let isMine = kept().join() === here;
    try {
      if (sessionStorage.getItem(MINE)) keep(here.split(",").filter(Boolean), "");
      sessionStorage.removeItem(MINE);
      isMine = kept().join() === here;
      form.addEventListener("submit", ({ submitter }) => {
        // Not with a file, after which another page may come.
        if (isMine && !submitter?.hasAttribute("formaction")) sessionStorage.setItem(MINE, "1");
      });
    } catch {
      // Storage is forbidden: nothing is kept, and nothing lost.
    }
    if (button && !isMine) {
      button.hidden = false;
      button.addEventListener("click", () => {
        keep(here.split(","), "This is your collection now");
        button.hidden = true;
      });
    }
  }

  addEventListener("storage", show);
  addEventListener("pageshow", show);
  show();
}
