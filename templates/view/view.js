"use strict";
(() => {
  const cards = [...document.querySelectorAll(".card")];
  const search = document.getElementById("search");
  const shown = document.getElementById("shown");
  const form = document.querySelector(".tools");
  const texts = new Map();

  // The text of a card is read once, when it is first searched.
  const text = (card) => {
    if (!texts.has(card)) texts.set(card, card.textContent.toLowerCase());
    return texts.get(card);
  };
  const chosen = (name) =>
    new Set([...form.querySelectorAll(`[name=${name}]:checked`)].map((box) => box.value));

  const filter = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const kinds = chosen("kind");
    const marks = chosen("mark");
    let count = 0;
    for (const card of cards) {
      const own = card.dataset.marks.split(" ");
      const fits =
        (kinds.has(card.dataset.kind) || card.dataset.kind === "api") &&
        (!marks.size || own.some((mark) => marks.has(mark))) &&
        words.every((word) => text(card).includes(word));
      card.hidden = !fits;
      count += fits ? 1 : 0;
    }
    shown.textContent = `${count} of ${cards.length} shown`;
  };

  let waiting = 0;
  const later = () => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(filter);
  };
  form.addEventListener("input", later);
  form.addEventListener("submit", (event) => event.preventDefault());

  const unfold = document.getElementById("unfold");
  unfold.addEventListener("click", () => {
    const open = unfold.textContent === "Unfold all";
    for (const card of cards) if (!card.hidden) card.open = open;
    unfold.textContent = open ? "Fold all" : "Unfold all";
  });

  const theme = document.getElementById("theme");
  const root = document.documentElement;
  const dark = () =>
    root.dataset.theme
      ? root.dataset.theme === "dark"
      : matchMedia("(prefers-color-scheme: dark)").matches;
  const label = () => {
    theme.textContent = dark() ? "Light" : "Dark";
    theme.setAttribute("aria-pressed", String(dark()));
  };
  theme.addEventListener("click", () => {
    root.dataset.theme = dark() ? "light" : "dark";
    label();
  });

  const unfoldTarget = () => {
    const card = cards.find((each) => `#${each.id}` === location.hash);
    if (!card) return;
    card.hidden = false;
    card.open = true;
    card.scrollIntoView();
    card.querySelector("summary").focus();
  };
  addEventListener("hashchange", unfoldTarget);

  const step = (by) => {
    const visible = cards.filter((card) => !card.hidden);
    const at = visible.findIndex((card) => card.contains(document.activeElement));
    const next = visible[Math.min(Math.max(at + by, 0), visible.length - 1)];
    if (next) next.querySelector("summary").focus();
  };
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target === search;
    if (event.key === "/" && !typing) {
      event.preventDefault();
      search.focus();
    } else if (event.key === "Escape" && typing) {
      search.value = "";
      later();
    } else if (event.key === "Enter" && typing) {
      event.preventDefault();
      step(1);
    } else if (event.key === "j" && !typing) {
      step(1);
    } else if (event.key === "k" && !typing) {
      step(-1);
    }
  });

  label();
  filter();
  unfoldTarget();
})();
