// Brings what is personal into a page that is kept whole: the reader's name, the comment form, links to delete one's own
// comments. Without it the links "Log in" and "Write a comment" lead to pages that do the same.
(() => {
  "use strict";
  if (!/(?:^|; )dateline_known=/.test(document.cookie)) return;
  const holes = [...document.querySelectorAll("[data-personal]")];
  if (!holes.length) return;

  const replies = (form) => {
    const home = form.getAttribute("action");
    const place = form.parentNode;
    const cancel = form.querySelector("[data-cancel]");
    const label = form.querySelector("label");
    const words = label.textContent;
    const settle = (parent, action, text) => {
      parent.append(form);
      form.setAttribute("action", action);
      label.textContent = text;
      cancel.hidden = parent === place;
    };
    document.addEventListener("click", (event) => {
      const link = event.target.closest("a[data-reply]");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      settle(link.closest(".comment"), link.getAttribute("href"), link.textContent);
      form.querySelector("textarea").focus();
    });
    cancel.addEventListener("click", () => settle(place, home, words));
    // Sent twice by a double click, it is one comment anyway; the button shows that something happens.
    form.addEventListener("submit", () => { form.querySelector("[type=submit]").disabled = true; });
    addEventListener("pageshow", () => { form.querySelector("[type=submit]").disabled = false; });
  };

  const fill = (html) => {
    const parts = new DOMParser().parseFromString(html, "text/html");
    for (const hole of holes) {
      const part = parts.querySelector(`[data-part="${CSS.escape(hole.dataset.personal)}"]`);
      if (part) hole.replaceChildren(...part.childNodes);
    }
    for (const own of parts.querySelectorAll("[data-own]")) {
      const link = document.querySelector(`a[data-own="${CSS.escape(own.dataset.own)}"]`);
      if (link) link.hidden = false;
    }
    const form = document.querySelector("form[data-comment]");
    if (form) replies(form);
  };

  const story = holes.map((hole) => hole.dataset.story).find(Boolean);
  const address = story ? `/me/?story=${encodeURIComponent(story)}` : "/me/";
  fetch(address, { credentials: "same-origin", headers: { Accept: "text/html" } })
    .then((answer) => (answer.ok ? answer.text() : ""))
    .then((html) => { if (html) fill(html); })
    .catch(() => {});
})();
