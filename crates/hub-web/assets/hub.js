// Improvements only: every page works without this file.

const toast = document.querySelector(".toast");
let toastTimer;

function say(text) {
  toast.textContent = text;
  toast.hidden = false;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => { toast.hidden = true; }, 4000);
}

// Copy buttons: shown only where the browser lets pages write to the clipboard.
function offerCopies(root) {
  if (!navigator.clipboard) return;
  for (const button of root.querySelectorAll("[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      const text = document.getElementById(button.dataset.copy).textContent;
      try {
        await navigator.clipboard.writeText(text);
        say(button.dataset.done);
      } catch {
        getSelection().selectAllChildren(document.getElementById(button.dataset.copy));
      }
    });
  }
}

// Menus close when one clicks elsewhere or presses Escape.
function closeMenus(except) {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (menu !== except) menu.open = false;
  }
}
document.addEventListener("click", (event) => closeMenus(event.target.closest("details.menu")));
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const menu = document.activeElement.closest("details.menu[open]");
  closeMenus();
  menu?.querySelector("summary").focus();
  if (location.hash === "#filters") location.hash = "#found";
});

// Results: a ticked filter or another order shows at once, in place, with an address of its own.
let live = document.querySelector("[data-live]");
let under;

function addressOf(form) {
  const data = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (value !== "" && !(name === "sort" && value === "relevance")) data.append(name, value);
  }
  const query = data.toString();
  return form.action + (query ? `?${query}` : "");
}

async function show(address, keepHash) {
  under?.abort();
  under = new AbortController();
  try {
    const answer = await fetch(address, { signal: under.signal, headers: { Accept: "text/html" } });
    if (!answer.ok) throw new Error(answer.statusText);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.querySelector("[data-live]");
    if (!fresh) throw new Error("no results");
    const focused = document.activeElement;
    const mark = focused?.name ? [focused.name, focused.value] : undefined;
    const opened = [...live.querySelectorAll("fieldset:has(details[open])")].map((group) => group.dataset.filter);
    // The part that speaks stays in the document, so that screen readers hear it change.
    const status = live.querySelector("[role=status]");
    const words = fresh.querySelector("[role=status]");
    live.replaceWith(fresh);
    live = fresh;
    if (status && words) {
      words.replaceWith(status);
      status.innerHTML = words.innerHTML;
    }
    document.title = page.title;
    for (const filter of opened) {
      const more = live.querySelector(`fieldset[data-filter="${filter}"] details`);
      if (more) more.open = true;
    }
    if (mark) {
      const again = [...live.querySelectorAll("input, select")].find(
        (field) => field.name === mark[0] && (field.type !== "checkbox" || field.value === mark[1]),
      );
      again?.focus({ preventScroll: true });
    }
    watch();
    return keepHash;
  } catch (error) {
    if (error.name !== "AbortError") location.assign(address);
    return undefined;
  }
}

function watch() {
  offerCopies(live);
  const form = document.getElementById("narrow");
  const wide = matchMedia("(min-width: 861px)");
  for (const apply of live.querySelectorAll(".apply")) apply.hidden = wide.matches;
  for (const field of live.querySelectorAll("input[form=narrow], select[form=narrow]")) {
    field.addEventListener("change", () => {
      // In the sheet on phones several are ticked before they are applied.
      if (field.type === "checkbox" && !wide.matches) return;
      const address = addressOf(form);
      history.pushState(null, "", address);
      show(address);
    });
  }
}

// A part of a page that looks again by itself, such as whether the first Moodle has come. It speaks when it changes.
function lookAgain(part) {
  for (const link of part.querySelectorAll("[data-unneeded]")) link.hidden = true;
  setTimeout(async () => {
    try {
      const answer = document.hidden ? undefined : await fetch(location.href, { headers: { Accept: "text/html" } });
      if (answer?.ok && !answer.redirected) {
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        const fresh = page.querySelector("[data-poll]");
        for (const link of fresh?.querySelectorAll("[data-unneeded]") ?? []) link.hidden = true;
        if (fresh && fresh.textContent.trim() !== part.textContent.trim()) part.innerHTML = fresh.innerHTML;
      }
    } catch {
      // The hub is away for a moment; the next look may find it.
    }
    lookAgain(part);
  }, Number(part.dataset.poll));
}

for (const part of document.querySelectorAll("[data-poll]")) lookAgain(part);

offerCopies(document);
if (live) {
  watch();
  addEventListener("popstate", () => {
    if (location.hash === "" || location.hash === "#found") location.reload();
  });
}
