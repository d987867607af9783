// What the desk's pages can do better with a script: count words, preview while writing, follow a check, go through the
// findings by keys. Every page works without it.

for (const area of document.querySelectorAll("textarea[data-count]")) {
  const out = document.querySelector(`[data-counts="${area.id}"]`);
  const count = () => {
    const words = (area.value.match(/\S+/g) || []).length;
    const minutes = Math.max(1, Math.round(words / 240));
    out.textContent = `${words.toLocaleString("en")} words, ${minutes} minute${minutes > 1 ? "s" : ""} to read`;
  };
  area.addEventListener("input", count);
  count();
}

for (const form of document.querySelectorAll("form[data-preview]")) {
  let changed = false;
  form.addEventListener("input", () => { changed = true; });
  form.addEventListener("submit", () => { changed = false; });
  addEventListener("beforeunload", (event) => { if (changed) event.preventDefault(); });
  form.querySelector("[value=preview]").addEventListener("click", async (event) => {
    event.preventDefault();
    const place = document.getElementById("preview");
    const sent = new FormData(form);
    sent.delete("picture");
    try {
      const answer = await fetch(form.dataset.preview, { method: "POST", body: sent, credentials: "same-origin" });
      if (!answer.ok) throw new Error(answer.status);
      place.innerHTML = await answer.text();
    } catch {
      place.textContent = "The preview could not be drawn: try again.";
    }
    place.tabIndex = -1;
    place.focus();
    place.scrollIntoView();
  });
}

for (const place of document.querySelectorAll("[data-progress]")) {
  const step = place.querySelector("[data-step]");
  const bar = place.querySelector("progress");
  const look = async () => {
    let wait = 1000;
    try {
      const answer = await fetch(place.dataset.progress, { credentials: "same-origin" });
      if (answer.redirected || !answer.ok) throw new Error(answer.status);
      const run = await answer.json();
      if (!run.open) return location.reload();
      if (run.total) { bar.max = run.total; bar.value = run.done; }
      const said = run.state === "waiting" ? "Waiting for a worker" : run.step || "Being checked";
      const words = said[0].toUpperCase() + said.slice(1);
      if (step.textContent !== words) step.textContent = words;
      place.querySelector("[data-done]").textContent = run.total ? `, ${run.done} of ${run.total} figures` : "";
    } catch {
      wait = 5000;
    }
    setTimeout(look, wait);
  };
  setTimeout(look, 700);
}
const both = document.querySelector("[data-reload]");
if (both) setTimeout(() => location.reload(), 3000);

const list = document.querySelector("[data-keys]");
if (list) {
  document.querySelector(".keys").hidden = false;
  const rows = [...list.children];
  const act = {
    j: (at) => (rows[at + 1] || rows[at]).querySelector(".what").focus(),
    k: (at) => (rows[at - 1] || rows[at]).querySelector(".what").focus(),
    a: (at) => rows[at].querySelector("[value=accept]")?.click(),
    u: (at) => rows[at].querySelector("[value=withdraw]")?.click(),
    d: (at) => go(rows[at], "dismiss-reason"),
    o: (at) => go(rows[at], "verdict"),
  };
  const go = (row, field) => {
    const link = row.querySelector('a[href$="#decide"]');
    if (link) location.assign(link.href.replace("#decide", `#${field}`));
  };
  list.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("[popover]")) return;
    const at = rows.findIndex((row) => row.contains(event.target));
    if (at < 0 || !act[event.key]) return;
    event.preventDefault();
    act[event.key](at);
  });
}
const wanted = location.hash.slice(1);
if (["dismiss-reason", "verdict"].includes(wanted)) document.getElementById(wanted)?.focus();
