"use strict";
/* Fields that are meant for another answer are put out of sight while they are empty; nothing typed is ever hidden. */

const fitted = () => document.querySelectorAll("[data-meant-for]");
/* Of a field the control is marked, and its label and its hint go with it. */
const groupOf = (marked) => marked.closest("fieldset[data-meant-for], .p-field");

const isEmpty = (group) =>
  [...group.querySelectorAll("input, select, textarea")].every((control) =>
    ["radio", "checkbox"].includes(control.type) ? !control.checked || control.value === "" : control.value === "",
  );

function fit() {
  for (const marked of fitted()) {
    const [name, wanted] = marked.dataset.meantFor.split("=");
    const control = marked.closest("form")?.elements[name];
    const group = groupOf(marked);
    group.hidden = Boolean(control) && control.value !== wanted && isEmpty(group);
  }
}

/* A link to a hidden field shows it. */
function reveal() {
  const marked = document.getElementById(location.hash.slice(1))?.closest("[data-meant-for]");
  if (marked) groupOf(marked).hidden = false;
}

document.addEventListener("change", fit);
document.addEventListener("htmx:load", fit);
window.addEventListener("hashchange", reveal);
fit();
reveal();
