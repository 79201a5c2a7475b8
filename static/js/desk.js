"use strict";
/* Keys in a list of requests. They work only while the focus is in the table: a single key anywhere else belongs to
   the browser or to a screen reader, whose own commands come first in any case. */

const table = document.querySelector("[data-rows]");
const help = document.getElementById("keys");
const opener = document.querySelector("[data-keys-help]");

const links = () => [...table.querySelectorAll("tbody th a")];

function go(to) {
  const all = links();
  const row = document.activeElement.closest("tr");
  const at = all.findIndex((link) => row?.contains(link));
  const last = all.length - 1;
  const places = { next: Math.min(at + 1, last), before: Math.max(at - 1, 0), first: 0, last };
  all[places[to]]?.focus();
}

const ACTS = {
  j: () => go("next"),
  ArrowDown: () => go("next"),
  k: () => go("before"),
  ArrowUp: () => go("before"),
  Home: () => go("first"),
  End: () => go("last"),
  "/": () => document.getElementById("q")?.focus(),
  "?": () => help.showModal(),
};

table?.addEventListener("keydown", (event) => {
  const act = ACTS[event.key];
  if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  act();
});

if (opener && table) {
  opener.hidden = false;
  opener.addEventListener("click", () => help.showModal());
}
