// Gives the admin's scripted widgets the names that assistive technology needs.
"use strict";

{
  const nameChoice = (container) => {
    const select = container.previousElementSibling;
    const label = select?.labels?.[0];
    if (!label || container.dataset.named) return;
    container.dataset.named = "yes";
    label.id ||= `${select.id}_label`;
    const shown = container.querySelector(".select2-selection__rendered[role]");
    const parts = shown ? [label.id, shown.id] : [label.id];
    shown?.setAttribute("aria-labelledby", label.id);
    container.querySelector("[role=combobox]")?.setAttribute("aria-labelledby", parts.join(" "));
  };

  const nameSearch = (field) => {
    const select = field.closest(".select2-container")?.previousElementSibling;
    field.setAttribute("aria-label", select?.labels?.[0]?.textContent.replace(":", "").trim() || "Search");
  };

  const amend = () => {
    document.querySelectorAll(".select2-container").forEach(nameChoice);
    document.querySelectorAll(".select2-search__field:not([aria-label])").forEach(nameSearch);
    document.querySelectorAll(".search-label-icon:not([role])").forEach((icon) => icon.setAttribute("role", "img"));
  };

  new MutationObserver(amend).observe(document, { childList: true, subtree: true });
}
