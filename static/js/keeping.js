"use strict";
/* What is typed and not saved yet is kept in the browser, so that a lost session, a server that restarts or a
   closed window loses nothing. It lies there encrypted with a key that only pages of the signed-in officer
   carry, and goes as soon as the server has it: docs/adr/0010. Needs portal.js. */

const KEPT = "kept";
const LONGEST = 14 * 24 * 60 * 60 * 1000;
const PAUSE = 400;
const SENT = "kept-sent";
const { keep: keyOfOfficer, officer } = document.body.dataset;
const mayKeep = Boolean(keyOfOfficer && window.crypto?.subtle && window.localStorage);
const pauses = new Map();

const nameOf = (form) => `${KEPT}:${officer}:${location.pathname}#${form.id}`;
const kept = () => Object.keys(localStorage).filter((name) => name.startsWith(`${KEPT}:`));

/* The vault ------------------------------------------------------------- */

let imported;
function vaultKey() {
  const raw = Uint8Array.from(atob(keyOfOfficer), (letter) => letter.charCodeAt(0));
  imported ??= crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);
  return imported;
}

const asText = (bytes) => btoa(Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join(""));
const asBytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

async function put(name, entry) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const clear = new TextEncoder().encode(JSON.stringify(entry));
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await vaultKey(), clear);
  try {
    localStorage.setItem(name, JSON.stringify({ at: entry.at, iv: asText(iv), sealed: asText(sealed) }));
  } catch {
    /* The store is full: the text is still in the form, and leaving it still asks first. */
  }
}

async function take(name) {
  try {
    const { iv, sealed } = JSON.parse(localStorage.getItem(name));
    const clear = await crypto.subtle.decrypt({ name: "AES-GCM", iv: asBytes(iv) }, await vaultKey(), asBytes(sealed));
    return JSON.parse(new TextDecoder().decode(clear));
  } catch {
    localStorage.removeItem(name);
    return null;
  }
}

function dropOld() {
  for (const name of kept()) {
    const { at } = JSON.parse(localStorage.getItem(name) ?? "{}");
    if (!at || Date.now() - at > LONGEST) localStorage.removeItem(name);
  }
}

/* Keeping --------------------------------------------------------------- */

const fieldsOf = (form) => [...new FormData(form)].filter(([name, value]) => !NOT_ANSWERS.has(name) && typeof value === "string");

function keepSoon(form) {
  window.clearTimeout(pauses.get(form));
  pauses.set(form, window.setTimeout(() => keepNow(form), PAUSE));
}

function keepNow(form) {
  pauses.delete(form);
  if (!changed.has(form) && !form.classList.contains("htmx-request")) return;
  const revision = form.elements.revision?.value ?? form.elements.seen?.value ?? "";
  put(nameOf(form), { at: Date.now(), revision, fields: fieldsOf(form) });
}

/* A save that was begun before the last letter says nothing of that letter. */
function dropSaved(event) {
  const form = autosaved(event.detail.elt);
  if (!form || event.detail.xhr.status !== 200 || signedOut(event.detail.xhr) || changed.has(form)) return;
  window.clearTimeout(pauses.get(form));
  localStorage.removeItem(nameOf(form));
}

function resend() {
  if (document.hidden) return;
  refreshTokens();
  for (const form of changed) if (autosaved(form)) htmx.trigger(form, "change");
}

/* Of a form that was sent as a whole the next page tells what became of it. */
function dropSent() {
  const name = sessionStorage.getItem(SENT);
  if (!name || document.querySelector(".p-merge")) return;
  sessionStorage.removeItem(SENT);
  if (!document.querySelector(".p-problems")) localStorage.removeItem(name);
}

/* Offering it again ----------------------------------------------------- */

const plain = (value) => value.replaceAll("\r\n", "\n");

function differing(form, entry) {
  const now = new FormData(form);
  const names = [...new Set(entry.fields.map(([name]) => name))].filter((name) => form.elements[name]);
  const then = (name) => entry.fields.filter(([other]) => other === name).map(([, value]) => plain(value));
  return names.filter((name) => JSON.stringify(then(name)) !== JSON.stringify(now.getAll(name).map(plain)));
}

function fill(form, entry) {
  for (const name of new Set(entry.fields.map(([field]) => field))) {
    const values = entry.fields.filter(([field]) => field === name).map(([, value]) => value);
    for (const control of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
      if (["radio", "checkbox"].includes(control.type)) control.checked = values.includes(control.value);
      else control.value = values[0];
    }
  }
  const base = form.elements.revision ?? form.elements.seen;
  if (base && entry.revision) base.value = entry.revision;
}

function button(text, look, act) {
  const element = document.createElement("button");
  element.type = "button";
  element.className = `btn btn-${look} btn-sm`;
  element.textContent = text;
  element.addEventListener("click", act);
  return element;
}

function labelOf(form, name) {
  const control = form.querySelector(`[name="${CSS.escape(name)}"]`);
  const words = control?.labels?.[0]?.firstChild ?? control?.closest("fieldset")?.querySelector("legend");
  return words?.textContent.trim() ?? "";
}

function offer(form, entry, names) {
  const box = document.createElement("div");
  box.className = "p-kept";
  box.setAttribute("role", "status");
  const at = new Date(entry.at).toISOString().slice(0, 16).replace("T", " ");
  const line = document.createElement("p");
  const labels = names.map((name) => labelOf(form, name)).filter(Boolean);
  line.textContent = `${words.kept} ${at} UTC. ${labels.join("; ")}`;
  const putBack = () => {
    fill(form, entry);
    box.remove();
    changed.add(form);
    htmx.trigger(form, "change");
  };
  const discard = () => {
    localStorage.removeItem(nameOf(form));
    box.remove();
  };
  box.append(line, button(words.putBack, "primary", putBack), button(words.discard, "outline-secondary", discard));
  form.before(box);
}

async function offerAll() {
  for (const form of document.querySelectorAll("form[data-autosave]")) {
    if (!localStorage.getItem(nameOf(form))) continue;
    const entry = await take(nameOf(form));
    const names = entry ? differing(form, entry) : [];
    if (names.length) offer(form, entry, names);
    else localStorage.removeItem(nameOf(form));
  }
}

if (mayKeep) {
  dropOld();
  dropSent();
  offerAll();
  document.addEventListener("input", (event) => autosaved(event.target) && keepSoon(autosaved(event.target)));
  document.addEventListener("change", (event) => autosaved(event.target) && keepSoon(autosaved(event.target)));
  document.addEventListener("submit", (event) => {
    if (!autosaved(event.target)) return;
    sessionStorage.setItem(SENT, nameOf(event.target));
    put(nameOf(event.target), { at: Date.now(), revision: event.target.elements.revision?.value ?? "", fields: fieldsOf(event.target) });
  });
  document.addEventListener("htmx:afterRequest", dropSaved);
}

window.addEventListener("online", resend);
document.addEventListener("visibilitychange", resend);
document.addEventListener("htmx:configRequest", (event) => {
  if (officer) event.detail.headers["X-Officer"] = officer;
});
