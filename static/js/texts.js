"use strict";
/* The page of all texts: the keyboard goes from one open text to the next. */

document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !event.ctrlKey || !event.target.matches(".p-text textarea")) return;
  event.preventDefault();
  const texts = [...document.querySelectorAll(".p-text textarea")];
  const isOpen = (text) => !document.getElementById(`state-${text.id}`)?.querySelector(".p-ok");
  const after = texts.slice(texts.indexOf(event.target) + 1);
  (after.find(isOpen) ?? after[0] ?? event.target).focus();
});
