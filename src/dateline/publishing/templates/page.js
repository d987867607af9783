// What needs a script: buttons that copy, and leaving one card open at a time. All the rest works without.
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
// A button inside an open card opens the next one above it; close the one that it leaves.
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
