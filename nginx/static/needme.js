// What pages do more pleasantly with a script; all of them work without it.

// A button beside a text copies it; a code, without the spaces that only help the eye. A click in a read-only field
// selects it.
for (const source of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) break;
  const button = document.createElement("button");
  const word = document.createTextNode("Copier");
  const what = document.createElement("span");
  what.textContent = ` ${source.dataset.copy}`;
  // In a list of facts, its name stands before it already: said, not shown.
  if (source.closest("dl")) what.className = "unseen";
  button.type = "button";
  button.className = "quiet copy";
  button.append(word, what);
  button.addEventListener("click", async () => {
    const text = source.value ?? source.textContent;
    await navigator.clipboard.writeText(source.matches(".code") ? text.replace(/\s/g, "") : text.trim());
    button.replaceChildren("Copié");
    setTimeout(() => button.replaceChildren(word, what), 3000);
  });
  source.addEventListener("focus", () => source.select?.());
  source.after(button);
}

// An open menu closes when one clicks elsewhere or presses Escape.
for (const menu of document.querySelectorAll("details.profile")) {
  addEventListener("click", (event) => {
    if (!menu.contains(event.target)) menu.open = false;
  });
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    menu.open = false;
    menu.firstElementChild.focus();
  });
}

// A file that the site would refuse is refused before it travels.
for (const field of document.querySelectorAll("input[type=file]")) {
  field.addEventListener("change", () => {
    const isTooLarge = field.files[0]?.size > 5 << 20;
    field.setCustomValidity(isTooLarge ? "Ce fichier dépasse 5 Mo. Choisissez-en un plus léger." : "");
    field.reportValidity();
  });
}

// A second click on the same button must not send the same form again.
for (const form of document.querySelectorAll("form")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "yes";
  });
}
// A page that comes back from the browser's memory can be used again.
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form")) delete form.dataset.sent;
});

// A page that wants to know whether a person has opened it is told once it has been on a screen for a second.
const opened = document.body.dataset.opened;
if (opened) {
  const tell = () => {
    if (document.visibilityState !== "visible") return;
    document.removeEventListener("visibilitychange", tell);
    setTimeout(() => navigator.sendBeacon(opened), 1000);
  };
  document.addEventListener("visibilitychange", tell);
  tell();
}
