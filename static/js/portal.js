"use strict";
/* What pages add when a browser runs scripts: nothing here is needed to write, save or submit a request.
   What an officer types counts as unsaved until a receipt of the server names it (docs/adr/0010). */

const words = document.getElementById("words").dataset;
const NOT_ANSWERS = new Set(["revision", "page", "copy", "officer", "csrfmiddlewaretoken", "seen", "bases-were"]);
const RETRY_AFTER = 10_000;
const UNSAVED = /^\u25cf /;
const changed = new Set();
const sent = new WeakMap();
const waiting = new Set();
const copies = new WeakMap();
const lastField = new WeakMap();

/* What is not saved ----------------------------------------------------- */

const autosaved = (element) => element.closest?.("form[data-autosave]");
const randomName = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

/* Saves of one page know each other, so that one whose answer was lost is no conflict with the next. */
const page = randomName();

/* Each text that a form has had carries a name of its own; a receipt names the text that the server holds. */
function copyOf(form) {
  if (!copies.has(form)) copies.set(form, randomName());
  return copies.get(form);
}

const receiptOf = (answer) => answer.getResponseHeader("X-Saved");

function markTitle() {
  const title = document.title.replace(UNSAVED, "");
  document.title = changed.size ? `\u25cf ${title}` : title;
}

function unsaved(form) {
  changed.add(form);
  markTitle();
}

function settle(form) {
  changed.delete(form);
  markTitle();
  if (!changed.size) unsay();
}

/* Saying it ------------------------------------------------------------- */

/* Screen readers hear when saving stops and when it works again, and not every save. */
let stopped = false;
let warning = "";
function announce(text) {
  const place = document.getElementById("save-told");
  if (place) place.textContent = text;
}

function say(text, { link = null, form = null } = {}) {
  const status = document.getElementById("save-status");
  if (!status) return;
  const line = document.createElement("span");
  line.className = "p-saved-bad";
  line.textContent = [text, warning].filter(Boolean).join(" ");
  const parts = [line];
  if (link) parts.push(signInLink(link));
  if (form) parts.push(saveButton(form));
  status.replaceChildren(...parts);
}

/* Of a copy that cannot be kept; it stands until the text is saved. */
function warn(text) {
  warning = text;
  say("");
  announce(text);
  stopped = true;
}

/* What is wrong stands at the field too, because a page is longer than a screen. */
function sayAtField(form) {
  const status = document.getElementById("save-status");
  const field = lastField.get(form)?.closest(".p-field, .p-pair, td, fieldset") ?? null;
  if (!status || !field?.isConnected) return;
  form.querySelectorAll(".p-refused").forEach((old) => old.remove());
  const note = document.createElement("div");
  note.className = "p-refused p-saved";
  note.append(...[...status.childNodes].map((node) => node.cloneNode(true)));
  field.append(note);
  stopped = true;
  announce(status.querySelector(".p-saved-bad")?.textContent.trim() ?? words.notSaved);
}

function unsay() {
  document.querySelectorAll(".p-refused").forEach((note) => note.remove());
  if (stopped) announce(words.savedAgain);
  stopped = false;
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
  button.textContent = words.tryAgain;
  return button;
}

/* Saving ---------------------------------------------------------------- */

/* Leaving a field repeats what typing has already sent; a second answer would take a button away under the pointer. */
function answers(form) {
  const own = [...new FormData(form)].filter(([name]) => !NOT_ANSWERS.has(name));
  return JSON.stringify(own.map(([name, value]) => [name, value.name ?? value]));
}

/* A request of a signed-out officer is answered with the sign-in page: that is not a save. */
function signedOut(answer) {
  const login = document.body.dataset.login;
  const address = answer.responseURL && new URL(answer.responseURL).pathname;
  return answer.status === 401 || (login && address === login);
}

const tryAgain = (form) => window.setTimeout(() => changed.has(form) && form.isConnected && htmx.trigger(form, "change"), RETRY_AFTER);

/* What is not a receipt is not a save: the sign-in page, a refusal, an error, the page of a proxy, or nothing. */
function notSaved(form, answer) {
  unsaved(form);
  /* A text that the server has judged is not sent again unless it changes: the answer would take the button away
     that is being pressed. */
  if (![409, 422].includes(answer.status)) sent.delete(form);
  if (signedOut(answer)) {
    say(words.signedOut, { link: document.body.dataset.login, form });
  } else if (answer.status === 413) {
    say(words.tooLong, { form });
  } else if (![409, 422].includes(answer.status)) {
    say([400, 403, 404].includes(answer.status) ? words.refused : words.notSaved, { form });
    tryAgain(form);
  }
  sayAtField(form);
}

document.addEventListener("formdata", (event) => {
  if (!autosaved(event.target)) return;
  event.formData.set("page", page);
  event.formData.set("copy", copyOf(event.target));
});

document.addEventListener("input", (event) => {
  const form = autosaved(event.target);
  if (!form) return;
  lastField.set(form, event.target);
  copies.delete(form);
  unsaved(form);
});

/* A form that is sent while a save of it is under way would carry the revision before that save, and be
   refused as stale: it waits for the answer. */
function sendAfterSave(event) {
  const form = autosaved(event.target);
  if (!form?.classList.contains("htmx-request")) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  /* The answer may have replaced the button that was pressed. */
  const send = () => window.setTimeout(() => form.requestSubmit(event.submitter?.form === form ? event.submitter : null));
  if (!waiting.has(form)) form.addEventListener("htmx:afterRequest", () => waiting.delete(form) && send(), { once: true });
  waiting.add(form);
}

document.addEventListener("submit", sendAfterSave, true);
document.addEventListener("submit", (event) => changed.delete(event.target));

document.addEventListener("htmx:beforeSwap", (event) => {
  const { xhr, elt } = event.detail;
  const isSave = autosaved(elt) && xhr.status < 400;
  if (signedOut(xhr) || (isSave && !receiptOf(xhr))) event.detail.shouldSwap = false;
});

/* Fields that the page gets anew would take away what was typed since the save was sent. */
document.addEventListener("htmx:oobBeforeSwap", (event) => {
  const form = event.detail.target.id === "fields-section" && autosaved(event.detail.target);
  if (form && sent.get(form)?.copy !== copyOf(form)) event.detail.shouldSwap = false;
});

/* What was typed and taken back is the text that was sent before: its receipt holds for it. */
document.addEventListener("htmx:beforeRequest", (event) => {
  const form = autosaved(event.detail.elt);
  if (!form) return;
  const before = sent.get(form);
  if (before?.answers === answers(form)) {
    event.preventDefault();
    copies.set(form, before.copy);
    if (before.saved) settle(form);
    return;
  }
  sent.set(form, { answers: answers(form), copy: copyOf(form), saved: false });
});

document.addEventListener("htmx:afterRequest", (event) => {
  const form = autosaved(event.detail.elt);
  if (!form) return;
  const copy = receiptOf(event.detail.xhr)?.split(":")[1];
  if (!copy) {
    notSaved(form, event.detail.xhr);
    return;
  }
  const before = sent.get(form);
  if (before?.copy === copy) before.saved = true;
  if (copy === copyOf(form)) settle(form);
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

function resend() {
  refreshTokens();
  for (const form of changed) if (form.isConnected && autosaved(form)) htmx.trigger(form, "change");
}

/* A page of the same officer that opens means that the officer is signed in: text that waits is sent at once. */
const others = window.BroadcastChannel && new BroadcastChannel("portal");
if (others) others.onmessage = ({ data }) => data === document.body.dataset.officer && resend();
if (document.body.dataset.officer) others?.postMessage(document.body.dataset.officer);

window.addEventListener("online", resend);
document.addEventListener("visibilitychange", () => document.hidden || resend());
document.addEventListener("resume", resend);
document.addEventListener("submit", refreshTokens, true);
document.addEventListener("htmx:configRequest", (event) => {
  const token = freshToken();
  const { officer } = document.body.dataset;
  if (officer) event.detail.headers["X-Officer"] = officer;
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
