// What cards need a script for: one open at a time, an address that opens one, buttons that copy. All else works without.
for (const button of document.querySelectorAll(".turn button")) {
  button.addEventListener("click", (event) => {
    event.preventDefault();
    button.closest("[popover]").hidePopover();
    const card = document.getElementById(button.getAttribute("popovertarget"));
    const mark = document.getElementById("m-" + card.id);
    if (mark) mark.focus();
    card.showPopover();
  });
}
const opened = () => {
  const card = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
  if (card && card.matches(".card[popover]:not(:popover-open)")) card.showPopover();
};
addEventListener("hashchange", opened);
opened();
for (const text of document.querySelectorAll(".copied")) {
  const button = document.createElement("button");
  button.className = "copy";
  button.textContent = "Copy";
  button.setAttribute("aria-label", "Copy: " + text.textContent.slice(0, 60));
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text.textContent);
      button.textContent = "Copied";
    } catch {
      getSelection().selectAllChildren(text);
      button.textContent = "Selected";
    }
  });
  text.after(" ", button);
}
