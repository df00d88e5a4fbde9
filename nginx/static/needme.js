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

// What was just done is said once: the address forgets it, so that reloading the page does not say it again.
const here = new URL(location);
if (here.searchParams.has("fait")) {
  for (const name of ["fait", "nombre"]) here.searchParams.delete(name);
  history.replaceState(null, "", here);
}

// Where the tabs are wider than the screen, the open one is in sight.
for (const tab of document.querySelectorAll(":is(.tabs, .pills) [aria-current]")) {
  tab.closest("nav").scrollLeft = tab.offsetLeft - (innerWidth - tab.offsetWidth) / 2;
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

// The editor of lines: totals follow what is typed, and a line comes and goes without asking the server. Whole numbers
// throughout, read and rounded as the server does: what it computes is what counts.
const whole = (text, places, most) => {
  const [, units, decimals = ""] = /^(\d*)(?:[.,](\d*))?$/.exec(text.replace(/[\t\p{Zs}]/gu, "")) ?? [];
  if (units === undefined || units + decimals === "" || decimals.length > places) return null;
  const value = BigInt(units + decimals.padEnd(places, "0"));
  return value > most ? null : value;
};
const half = (dividend, divisor) => (dividend + divisor / 2n) / divisor;
const isBlank = (line) => !["designation", "price"].some((name) => line[name].trim());
const euros = (cents) => {
  const digits = String(cents < 0n ? -cents : cents).padStart(3, "0");
  const units = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, "\u202f");
  return `${cents < 0n ? "\u2212" : ""}${units},${digits.slice(-2)}\u202f€`;
};
// The totals of lines; null when one of them cannot be read.
const sum = (lines) => {
  const bases = new Map([["disbursement", 0n]]);
  for (const line of lines.filter((line) => !isBlank(line))) {
    const quantity = whole(line.quantity, 4, 10n ** 10n);
    const price = whole(line.price, 6, 10n ** 13n);
    const hasDiscount = !["", "0"].includes(line.discount.trim());
    const discount = hasDiscount ? whole(line.discount, 2, 10000n) : 0n;
    if (!quantity || !price || discount === null || (hasDiscount && !discount)) return null;
    if (discount && line.vat === "disbursement") return null;
    const before = half(quantity * price, 100000000n);
    bases.set(line.vat, (bases.get(line.vat) ?? 0n) + before - half(before * discount, 10000n));
  }
  let [net, tax] = [0n, 0n];
  const disbursed = bases.get("disbursement");
  bases.delete("disbursement");
  for (const [vat, base] of bases) {
    net += base;
    tax += /^\d+$/.test(vat) ? half(base * BigInt(vat), 10000n) : 0n;
  }
  return net + tax + disbursed > 99999999n ? null : { net, tax, disbursed };
};
for (const editor of document.querySelectorAll(".editor")) {
  const lines = () => [...editor.querySelectorAll(".line")];
  const field = (line, name) => line.querySelector(`[name=${name}]`);
  const texts = (line) => Object.fromEntries(
    ["designation", "quantity", "price", "discount", "vat"].map((name) => [name, field(line, name)?.value ?? ""]),
  );
  // Deposits are taken off for the client who paid them.
  const offerDeposits = () => {
    for (const fields of editor.querySelectorAll(".deposits")) {
      const items = [...fields.querySelectorAll("[data-client]")];
      for (const item of items) {
        item.hidden = item.dataset.client !== editor.elements.client.value;
        if (item.hidden) item.querySelector("input").checked = false;
      }
      fields.hidden = items.every((item) => item.hidden);
    }
  };
  const show = () => {
    offerDeposits();
    const totals = sum(lines().map(texts));
    let deposits = 0n;
    if (editor.elements.kind?.value !== "deposit") {
      for (const box of editor.querySelectorAll("[data-cents]:checked")) deposits += BigInt(box.dataset.cents);
    }
    const shown = totals && { ...totals, deposits: -deposits, due: totals.net + totals.tax + totals.disbursed - deposits };
    for (const place of editor.querySelectorAll("[data-total]")) {
      place.textContent = shown ? euros(shown[place.dataset.total]) : "–";
    }
    for (const place of editor.querySelectorAll("[data-only]")) place.hidden = !shown?.[place.dataset.only];
  };
  const change = () => {
    show();
    for (const state of editor.querySelectorAll("[data-saved]")) state.textContent = state.dataset.saved;
  };
  // What names a line, or a field by its line, after lines came or went.
  const number = () => lines().forEach((line, row) => {
    line.querySelector("legend").textContent = `Ligne ${row + 1}`;
    const remove = line.querySelector(".remove");
    remove.value = `remove-${row}`;
    remove.lastElementChild.textContent = ` ${row + 1}`;
    for (const cell of line.querySelectorAll(".field")) {
      const [input, error] = [cell.querySelector("input, select, textarea"), cell.querySelector(".error")];
      cell.querySelector("label").htmlFor = input.id = `${input.name}-${row}`;
      if (!error) continue;
      error.id = `${input.id}-message`;
      input.setAttribute("aria-describedby", error.id);
    }
  });
  const addLine = () => {
    const line = lines().at(-1).cloneNode(true);
    for (const error of line.querySelectorAll(".error")) error.remove();
    for (const cell of line.querySelectorAll(".field")) {
      const input = cell.querySelector("input, select, textarea");
      cell.classList.remove("wrong");
      input.removeAttribute("aria-invalid");
      input.removeAttribute("aria-describedby");
      if (input.matches("select")) input.selectedIndex = 0;
      else input.value = input.name === "quantity" ? "1" : "";
    }
    lines().at(-1).after(line);
    number();
    return line;
  };
  const insert = (article) => {
    const line = lines().find((line) => isBlank(texts(line))) ?? addLine();
    for (const name of ["designation", "unit", "price"]) field(line, name).value = article[name];
    field(line, "quantity").value = "1";
    field(line, "discount").value = "";
    const vat = field(line, "vat");
    if (vat) {
      vat.value = article.vat;
      if (vat.selectedIndex < 0) vat.selectedIndex = 0;
    }
    return line;
  };
  const gestures = {
    add: () => field(addLine(), "designation").focus(),
    remove: (button) => {
      const line = button.closest(".line");
      const next = line.nextElementSibling ?? line.previousElementSibling;
      line.remove();
      number();
      field(next, "designation").focus();
    },
    article: () => {
      const choice = editor.elements.article;
      if (!choice.value) return choice.focus();
      field(insert(choice.selectedOptions[0].dataset), "quantity").select();
      choice.value = "";
    },
  };
  offerDeposits();
  editor.addEventListener("input", change);
  editor.addEventListener("click", (event) => {
    const button = event.target.closest("button[name=action]");
    const gesture = button && gestures[button.value.split("-")[0]];
    if (!gesture || !lines().length) return;
    event.preventDefault();
    gesture(button);
    editor.dispatchEvent(new Event("input"));
  });
}

// Beside a wide editor, the document follows what is typed: after a pause, and with one request at a time.
for (const look of document.querySelectorAll("[data-look]")) {
  const editor = look.closest("form");
  const words = look.firstElementChild;
  const picture = new Image();
  picture.alt = "Première page du document, telle qu’elle est saisie";
  const isWide = matchMedia("(min-width: 80rem)");
  let [pause, isAsking, isStale] = [0, false, true];
  const show = (sentence) => {
    words.textContent = sentence;
    words.hidden = !sentence;
    picture.classList.toggle("stale", sentence !== ""); // it shows what was typed before
    look.hidden = false;
    editor.classList.add("looked");
  };
  const ask = async () => {
    if (isAsking || !isStale || !isWide.matches || document.hidden) return;
    [isAsking, isStale] = [true, false];
    try {
      const body = new URLSearchParams(new FormData(editor));
      body.set("action", look.dataset.look);
      const answer = await fetch(editor.getAttribute("action"), { method: "POST", body });
      const [type, text] = [answer.headers.get("content-type"), await answer.text()];
      if (!answer.ok || type.startsWith("text/html")) throw answer.status;
      if (type.startsWith("image/")) {
        picture.src = `data:${type},${encodeURIComponent(text)}`;
        look.append(picture);
      }
      show(type.startsWith("text/") ? text : "");
    } catch {
      show("L’aperçu n’est pas disponible pour le moment.");
    }
    isAsking = false;
    if (isStale) wait();
  };
  const wait = () => {
    isStale = true;
    clearTimeout(pause);
    pause = setTimeout(ask, 500);
  };
  editor.addEventListener("input", wait);
  isWide.addEventListener("change", ask);
  document.addEventListener("visibilitychange", ask);
  ask();
}

// A second click on the same button must not send the same form again.
for (const form of document.querySelectorAll("form")) {
  form.addEventListener("submit", (event) => {
    if (event.submitter?.formTarget) return; // it opens elsewhere, and the form stays in use
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
