// Keys for deciding. Everything they do has a link or a button on the page, and they can be switched off.

const KEPT = "queue-keys";
const dialog = document.getElementById("keys");
const box = document.getElementById("keys-on");
const words = document.getElementById("words");
const canned = document.getElementById("canned");
const opener = document.querySelector("[data-keys]");

function kept() {
  try { return localStorage.getItem(KEPT) !== "off"; } catch { return true; }
}

function keep(on) {
  try { localStorage.setItem(KEPT, on ? "on" : "off"); } catch { /* Without storage it holds for this page. */ }
}

box.checked = kept();
box.addEventListener("change", () => keep(box.checked));
opener.hidden = false;
opener.addEventListener("click", () => dialog.showModal());

function decide(button) {
  if (button) button.form.requestSubmit(button);
}

const acts = {
  n: () => document.querySelector("a[data-key=n]")?.click(),
  p: () => document.querySelector("a[data-key=p]")?.click(),
  a: () => decide(document.querySelector("button[data-key=a]")),
  // Without a reason there is nothing to refuse with: first the reason, then the refusal.
  r: () => {
    if (words.value.trim() || canned?.value) decide(document.querySelector("button[data-key=r]"));
    else words.focus();
  },
  "?": () => dialog.showModal(),
};

document.addEventListener("keydown", (event) => {
  if (!box.checked || dialog.open || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
  const at = event.target;
  const types = at.matches("textarea, select, input:not([type=checkbox]), [contenteditable]");
  if (types && event.key === "Escape") {
    at.blur();
    return;
  }
  if (types || !acts[event.key]) return;
  event.preventDefault();
  acts[event.key]();
});
