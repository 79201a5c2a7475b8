"use strict";
/* A box above a list of choices leaves those in sight that hold all its words, and whatever is ticked. */

const wordsOf = (text) => text.toLocaleLowerCase().split(/\s+/).filter(Boolean);

function find(box, list) {
  const words = wordsOf(box.querySelector("input").value);
  let shown = 0;
  for (const choice of list.querySelectorAll(".form-check")) {
    const text = choice.textContent.toLocaleLowerCase();
    const ticked = choice.querySelector("input").checked;
    choice.hidden = !ticked && !words.every((word) => text.includes(word));
    shown += choice.hidden ? 0 : 1;
  }
  for (const group of list.querySelectorAll(".p-choices > fieldset")) {
    group.hidden = !group.querySelector(".form-check:not([hidden])");
  }
  const said = box.querySelector("[data-none]");
  said.textContent = shown ? "" : said.dataset.none;
}

for (const box of document.querySelectorAll("[data-find-among]")) {
  const list = document.getElementById(box.dataset.findAmong);
  box.hidden = false;
  box.addEventListener("input", () => find(box, list));
  /* Enter in this box looks for a word; it does not send the form. */
  box.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
}
