// Labels the admin's scripted widgets for assistive technology.
"use strict";

{
  const searchLabel = document.currentScript.dataset.search;

  const labelChoice = (container) => {
    const select = container.previousElementSibling;
    const label = select?.labels?.[0];
    if (!label || container.dataset.labelled) return;
    container.dataset.labelled = "yes";
    label.id ||= `${select.id}_label`;
    const shown = container.querySelector(".select2-selection__rendered[role]");
    const parts = shown ? [label.id, shown.id] : [label.id];
    shown?.setAttribute("aria-labelledby", label.id);
    container.querySelector("[role=combobox]")?.setAttribute("aria-labelledby", parts.join(" "));
  };

  const labelSearchField = (field) => {
    const select = field.closest(".select2-container")?.previousElementSibling;
    field.setAttribute("aria-label", select?.labels?.[0]?.textContent.replace(":", "").trim() || searchLabel);
  };

  const labelAll = () => {
    document.querySelectorAll(".select2-container").forEach(labelChoice);
    document.querySelectorAll(".select2-search__field:not([aria-label])").forEach(labelSearchField);
    document.querySelectorAll(".search-label-icon:not([role])").forEach((icon) => icon.setAttribute("role", "img"));
  };

  new MutationObserver(labelAll).observe(document, { childList: true, subtree: true });
}
