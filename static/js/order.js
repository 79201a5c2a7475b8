"use strict";
/* Rows that can be dragged to their place. The buttons "up" and "down" do the same without a mouse; the server
   says where the row stands now, to everybody. */

let dragged = null;

const rowOf = (event) => event.target.closest?.("[data-sortable] > li");
const isAfter = (row, event) => event.clientY > row.getBoundingClientRect().top + row.offsetHeight / 2;

function unmark() {
  for (const row of document.querySelectorAll("[data-sortable] > li")) row.classList.remove("is-over", "is-after", "is-dragged");
}

function moveTo(row, place) {
  const form = row.querySelector(".p-order");
  form.querySelector("[name=place]").value = place;
  const button = document.createElement("button");
  button.type = "submit";
  button.hidden = true;
  button.setAttribute("formaction", form.dataset.place);
  form.append(button);
  form.requestSubmit(button);
}

for (const row of document.querySelectorAll("[data-sortable] > li:has(.p-order)")) row.draggable = true;

document.addEventListener("dragstart", (event) => {
  dragged = rowOf(event);
  dragged?.classList.add("is-dragged");
});

document.addEventListener("dragover", (event) => {
  const row = rowOf(event);
  if (!dragged || !row) return;
  event.preventDefault();
  unmark();
  dragged.classList.add("is-dragged");
  row.classList.add("is-over");
  row.classList.toggle("is-after", isAfter(row, event));
});

document.addEventListener("drop", (event) => {
  const row = rowOf(event);
  if (!dragged || !row) return;
  event.preventDefault();
  const rows = [...row.parentElement.children];
  const [from, over] = [rows.indexOf(dragged), rows.indexOf(row)];
  const before = over + (isAfter(row, event) ? 1 : 0);
  const place = before > from ? before : before + 1;
  if (place !== from + 1) moveTo(dragged, place);
});

document.addEventListener("dragend", () => {
  unmark();
  dragged = null;
});
