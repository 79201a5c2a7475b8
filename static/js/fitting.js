"use strict";
/* Fields that are meant for another answer are put out of sight while they are empty; nothing typed is ever hidden. */

const fitted = () => document.querySelectorAll("fieldset[data-meant-for]");

const isEmpty = (group) =>
  [...group.querySelectorAll("input, select, textarea")].every((control) =>
    ["radio", "checkbox"].includes(control.type) ? !control.checked || control.value === "" : control.value === "",
  );

function fit() {
  for (const group of fitted()) {
    const [name, wanted] = group.dataset.meantFor.split("=");
    const control = group.closest("form")?.elements[name];
    group.hidden = Boolean(control) && control.value !== wanted && isEmpty(group);
  }
}

/* A link to a hidden field shows it. */
function reveal() {
  const group = document.getElementById(location.hash.slice(1))?.closest("fieldset[data-meant-for]");
  if (group) group.hidden = false;
}

document.addEventListener("change", fit);
window.addEventListener("hashchange", reveal);
fit();
reveal();
