"use strict";
/* What is typed and not saved yet, kept in the browser: encrypted with a key that only pages of the signed-in
   officer carry, one copy for each form of each page that is open (docs/adr/0010). Needs portal.js. */

const KEPT = "kept";
const LONGEST = 14 * 24 * 60 * 60 * 1000;
const { keep: keyOfOfficer, officer } = document.body.dataset;
const confirmed = new Set();

/* Storage may be denied: a private window, a policy of the house. */
function storage() {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

const store = storage();
const mayKeep = Boolean(keyOfOfficer && window.crypto?.subtle && store);

const placeOf = (form) => `${KEPT}:${officer}:${location.pathname}#${form.id}`;
const nameOf = (form) => `${placeOf(form)}:${page}`;
const ours = () => Object.keys(store).filter((name) => name.startsWith(`${KEPT}:${officer}:`));
const pageOf = (name) => name.split("#").pop().split(":")[1] ?? "";

/* The vault ------------------------------------------------------------- */

let imported;
function vaultKey() {
  const raw = Uint8Array.from(atob(keyOfOfficer), (letter) => letter.charCodeAt(0));
  imported ??= crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);
  return imported;
}

const asText = (bytes) => btoa(Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join(""));
const asBytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

/* Answers whether the copy is kept; one that the server has confirmed meanwhile is not needed. */
async function put(name, entry) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const clear = new TextEncoder().encode(JSON.stringify(entry));
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await vaultKey(), clear);
  if (confirmed.has(entry.copy)) return true;
  try {
    store.setItem(name, JSON.stringify({ at: entry.at, copy: entry.copy, iv: asText(iv), sealed: asText(sealed) }));
    return true;
  } catch {
    return false;
  }
}

async function take(name) {
  try {
    const { iv, sealed } = JSON.parse(store.getItem(name));
    const clear = await crypto.subtle.decrypt({ name: "AES-GCM", iv: asBytes(iv) }, await vaultKey(), asBytes(sealed));
    return { at: 0, ...JSON.parse(new TextDecoder().decode(clear)) };
  } catch {
    store.removeItem(name);
    return null;
  }
}

function outsideOf(name) {
  try {
    return JSON.parse(store.getItem(name)) ?? {};
  } catch {
    return {};
  }
}

/* Of every officer: whoever has left must not fill the store of those who stay. */
function dropOld() {
  for (const name of Object.keys(store).filter((each) => each.startsWith(`${KEPT}:`))) {
    const { at } = outsideOf(name);
    if (!at || Date.now() - at > LONGEST) store.removeItem(name);
  }
}

/* The receipt of a save names the copy whose text the server holds; nothing else is proof of a save. */
function dropConfirmed(copy) {
  if (!copy) return;
  confirmed.add(copy);
  if (mayKeep) for (const name of ours()) if (outsideOf(name).copy === copy) store.removeItem(name);
}

/* A page holds a lock while it is open: what stands in it is not lost, and not offered elsewhere. */
async function openPages() {
  const { held } = (await navigator.locks?.query()) ?? { held: [] };
  return new Set(held.map(({ name }) => name));
}

navigator.locks?.request(page, () => new Promise(() => {}));

if (mayKeep) {
  dropOld();
  vaultKey();
}
