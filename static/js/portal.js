"use strict";
/* What pages add when a browser runs scripts: nothing here is needed to write, save or submit a request.
   What an officer types stays in the form until the server has said that it is saved, and is kept nowhere else. */

const words = document.getElementById("words").dataset;
const NOT_ANSWERS = new Set(["revision", "page", "csrfmiddlewaretoken", "seen", "bases-were"]);
const RETRY_AFTER = 10_000;
const changed = new Set();
const sent = new WeakMap();
const waiting = new Set();

/* Saving ---------------------------------------------------------------- */

const autosaved = (element) => element.closest?.("form[data-autosave]");

function say(text, { bad = false, link = null, form = null } = {}) {
  const status = document.getElementById("save-status");
  if (!status) return;
  const line = document.createElement("span");
  line.className = bad ? "p-saved-bad" : "";
  line.textContent = text;
  const parts = [line];
  if (link) parts.push(signInLink(link));
  if (form) parts.push(saveButton(form));
  status.replaceChildren(...parts);
}

function signInLink(address) {
  const link = document.createElement("a");
  link.href = address;
  link.target = "_blank";
  link.rel = "noopener";
  link.textContent = words.signIn;
  return link;
}

function saveButton(form) {
  const button = document.createElement("button");
  button.type = "submit";
  button.className = "btn btn-outline-secondary btn-sm";
  button.setAttribute("form", form.id);
  button.textContent = words.save;
  return button;
}

/* Leaving a field repeats what typing has already sent; a second answer would take a button away under the pointer. */
function answers(form) {
  const own = [...new FormData(form)].filter(([name]) => !NOT_ANSWERS.has(name));
  return JSON.stringify(own.map(([name, value]) => [name, value.name ?? value]));
}

function notSaved(form) {
  changed.add(form);
  sent.delete(form);
  say(words.notSaved, { bad: true, form });
  window.setTimeout(() => changed.has(form) && htmx.trigger(form, "change"), RETRY_AFTER);
}

/* A request of a signed-out officer is answered with the sign-in page: that is not a save. */
function signedOut(answer) {
  const login = document.body.dataset.login;
  const address = answer.responseURL && new URL(answer.responseURL).pathname;
  return [401, 403].includes(answer.status) || (login && address === login);
}

/* Saves of one page know each other, so that one whose answer was lost is no conflict with the next. */
const page = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
document.addEventListener("formdata", (event) => {
  if (autosaved(event.target)) event.formData.set("page", page);
});

document.addEventListener("input", (event) => {
  const form = autosaved(event.target);
  if (form) changed.add(form);
});

/* A form that is sent while a save of it is under way would carry the revision before that save, and be
   refused as stale: it waits for the answer. */
function sendAfterSave(event) {
  const form = autosaved(event.target);
  if (!form?.classList.contains("htmx-request")) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const send = () => window.setTimeout(() => form.requestSubmit(event.submitter));
  if (!waiting.has(form)) form.addEventListener("htmx:afterRequest", () => waiting.delete(form) && send(), { once: true });
  waiting.add(form);
}

document.addEventListener("submit", sendAfterSave, true);
document.addEventListener("submit", (event) => changed.delete(event.target));

document.addEventListener("htmx:beforeSwap", (event) => {
  if (signedOut(event.detail.xhr)) event.detail.shouldSwap = false;
});

document.addEventListener("htmx:beforeRequest", (event) => {
  const form = autosaved(event.detail.elt);
  if (!form) return;
  if (sent.get(form) === answers(form)) {
    event.preventDefault();
    return;
  }
  changed.delete(form);
  sent.set(form, answers(form));
});

document.addEventListener("htmx:afterRequest", (event) => {
  const form = autosaved(event.detail.elt);
  if (!form) return;
  const answer = event.detail.xhr;
  if (signedOut(answer)) {
    changed.add(form);
    sent.delete(form);
    say(words.signedOut, { bad: true, link: document.body.dataset.login, form });
  } else if (answer.status === 409) {
    changed.add(form);
  } else if (!event.detail.successful) {
    notSaved(form);
  }
});

window.addEventListener("beforeunload", (event) => {
  if (changed.size) event.preventDefault();
});

/* A token changes when an officer signs in again in another tab; the text on this page must still be saved. */
function freshToken() {
  return document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1];
}

function refreshTokens() {
  const token = freshToken();
  if (!token) return;
  for (const field of document.querySelectorAll("input[name=csrfmiddlewaretoken]")) field.value = token;
}

document.addEventListener("visibilitychange", () => document.hidden || refreshTokens());
document.addEventListener("submit", refreshTokens, true);
document.addEventListener("htmx:configRequest", (event) => {
  const token = freshToken();
  if (!token || event.detail.verb === "get") return;
  event.detail.headers["X-CSRFToken"] = token;
  event.detail.parameters.csrfmiddlewaretoken = token;
});

/* Reading --------------------------------------------------------------- */

function markInvalid() {
  for (const place of document.querySelectorAll(".p-error[id$=_error]")) {
    const field = document.getElementById(place.id.replace(/_error$/, ""));
    if (place.childElementCount) field?.setAttribute("aria-invalid", "true");
    else field?.removeAttribute("aria-invalid");
  }
}

/* A finding may point into a part that is folded away. */
function unfoldTarget() {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  for (let part = target.closest("details"); part; part = part.parentElement.closest("details")) part.open = true;
  target.focus();
}

function closeMenus(event) {
  for (const menu of document.querySelectorAll(".p-menu[open]")) {
    const left = event.type === "click" && !menu.contains(event.target);
    const escaped = event.key === "Escape";
    if (escaped) menu.querySelector("summary").focus();
    if (left || escaped) menu.open = false;
  }
}

document.addEventListener("click", closeMenus);
document.addEventListener("keydown", (event) => event.key === "Escape" && closeMenus(event));
document.addEventListener("htmx:afterSettle", markInvalid);
window.addEventListener("hashchange", unfoldTarget);
document.querySelector("[data-focus]")?.focus();
unfoldTarget();
