"use strict";
/* Arrow keys from cell to cell of a table of ticks, as in a spreadsheet; Tab works without them. */

const STEPS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

function neighbour(box, rows, cells) {
  const cell = box.closest("td");
  const row = cell.parentElement;
  const along = document.dir === "rtl" ? -cells : cells;
  const found = rows ? row.parentElement.rows[row.sectionRowIndex + rows] : row;
  return found?.cells[cell.cellIndex + along]?.querySelector("input[type=checkbox]");
}

document.addEventListener("keydown", (event) => {
  const step = STEPS[event.key];
  const box = event.target.closest?.("[data-grid] input[type=checkbox]");
  if (!step || !box) return;
  event.preventDefault();
  neighbour(box, ...step)?.focus();
});
