"use strict";
/* Every letter is copied (copies.js) until a receipt of the server names its copy. A page that is opened offers
   what no receipt has named: to put it back, or, where its form is gone, to send it again. */

const GAP = 150;
const sealing = new WeakMap();

/* Keeping --------------------------------------------------------------- */

const fieldsOf = (form) => [...new FormData(form)].filter(([name, value]) => !NOT_ANSWERS.has(name) && typeof value === "string");

const entryOf = (form) => ({
  at: Date.now(),
  copy: copyOf(form),
  revision: form.elements.revision?.value ?? form.elements.seen?.value ?? "",
  action: form.getAttribute("hx-post") ?? form.action,
  title: document.title.replace(UNSAVED, ""),
  path: location.pathname,
  fields: fieldsOf(form),
});

/* At once, and while one copy is being made the next one waits for it. */
async function keepSoon(form) {
  if (sealing.has(form)) {
    sealing.set(form, true);
    return;
  }
  sealing.set(form, false);
  await keepNow(form);
  await new Promise((done) => window.setTimeout(done, GAP));
  const more = sealing.get(form);
  sealing.delete(form);
  if (more) keepSoon(form);
}

async function keepNow(form) {
  if (confirmed.has(copyOf(form))) return;
  const name = nameOf(form);
  if (!(await put(name, entryOf(form)))) notKept();
}

const keepAll = () => [...changed].filter((form) => form.isConnected && autosaved(form)).forEach(keepNow);

/* A page that cannot keep a copy says so once: it must not be closed before its text is saved. */
let told = false;
function notKept() {
  if (told || !changed.size) return;
  told = true;
  warn(words.notKept);
}

/* Offering it again ----------------------------------------------------- */

const plain = (value) => value.replaceAll("\r\n", "\n");

function differing(form, entry) {
  const now = new FormData(form);
  const names = [...new Set(entry.fields.map(([name]) => name))].filter((name) => form.elements[name]);
  const then = (name) => entry.fields.filter(([other]) => other === name).map(([, value]) => plain(value));
  return names.filter((name) => JSON.stringify(then(name)) !== JSON.stringify(now.getAll(name).map(plain)));
}

const unplaced = (form, entry) => entry.fields.filter(([name, value]) => value.trim() && !form.elements[name]);

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
  const text = control?.labels?.[0]?.firstChild ?? control?.closest("fieldset")?.querySelector("legend");
  return text?.textContent.trim() ?? "";
}

function boxOf(name, entry, what, acts) {
  const box = document.createElement("div");
  box.className = "p-kept";
  box.setAttribute("role", "status");
  const line = document.createElement("p");
  const at = new Date(entry.at).toISOString().slice(0, 16).replace("T", " ");
  line.textContent = `${words.kept} ${at} UTC. ${what}`;
  const discard = () => {
    store.removeItem(name);
    box.remove();
  };
  box.append(line, ...acts(box), button(words.discard, "outline-secondary", discard));
  return box;
}

/* Put back, the text is a copy of this page: the receipt of its save ends it. */
function offer(form, name, entry, names) {
  const putBack = async (box) => {
    fill(form, entry);
    copies.set(form, entry.copy);
    changed.add(form);
    box.remove();
    await keepNow(form);
    if (name !== nameOf(form)) store.removeItem(name);
    htmx.trigger(form, "change");
  };
  const labels = names.map((each) => labelOf(form, each)).filter(Boolean).join("; ");
  form.before(boxOf(name, entry, labels, (box) => [button(words.putBack, "primary", () => putBack(box))]));
}

/* The form is gone: its row was removed, or stands on another page. What was typed is shown, and sent again it
   meets the server, which knows what became of the row. */
function sendAgain(entry) {
  const form = document.createElement("form");
  form.method = "post";
  form.action = entry.action;
  const answers = [...entry.fields, ["revision", entry.revision], ["copy", entry.copy], ["csrfmiddlewaretoken", freshToken() ?? ""]];
  for (const [name, value] of answers) {
    const field = document.createElement("textarea");
    field.name = name;
    field.value = value;
    form.append(field);
  }
  form.hidden = true;
  document.body.append(form);
  form.submit();
}

function offerElsewhere(name, entry) {
  const texts = document.createElement("pre");
  texts.textContent = entry.fields.map(([, value]) => value).filter((value) => value.trim()).join("\n\n");
  const here = entry.path === location.pathname;
  const goThere = () => location.assign(entry.path);
  const act = here ? () => sendAgain(entry) : goThere;
  const text = here ? words.sendAgain : words.openIt;
  const acts = () => [...(here ? [texts] : []), button(text, "primary", act)];
  document.getElementById("main")?.prepend(boxOf(name, entry, entry.title ?? "", acts));
}

/* A page that shows both texts, or what came through the sign-in, holds the text already. */
const isShown = (name) => [...document.querySelectorAll("[name=copy]")].some(({ value }) => value === outsideOf(name).copy);

async function offerOne(name, forms) {
  const form = forms.find((each) => name === placeOf(each) || name.startsWith(`${placeOf(each)}:`));
  if (isShown(name)) return;
  const entry = await take(name);
  if (!entry) return;
  entry.path ??= location.pathname;
  if (!form || unplaced(form, entry).length) {
    if (entry.action) offerElsewhere(name, entry);
    return;
  }
  const names = differing(form, entry);
  if (names.length) offer(form, name, entry, names);
  else store.removeItem(name);
}

async function offerAll() {
  const forms = [...document.querySelectorAll("form[data-autosave]")];
  const open = await openPages();
  const left = ours().filter((name) => !open.has(pageOf(name)) && pageOf(name) !== page);
  for (const name of left) await offerOne(name, forms);
}

/* A save answers with a receipt, in its header or on the page that follows a whole form: "revision:copy". */
const copyIn = (receipt) => receipt?.split(":")[1];

/* Text that was taken back and is saved as it was has left a copy behind that no receipt names. */
function dropSettled(event) {
  const form = autosaved(event.detail.elt);
  if (form && mayKeep && !changed.has(form)) store.removeItem(nameOf(form));
}

function keepTyped(event) {
  const form = autosaved(event.target);
  if (form && mayKeep) keepSoon(form);
  else if (form && keyOfOfficer) notKept();
}

dropConfirmed(copyIn(document.body.dataset.saved));
document.addEventListener("htmx:afterRequest", (event) => {
  dropConfirmed(copyIn(receiptOf(event.detail.xhr)));
  dropSettled(event);
});
document.addEventListener("htmx:beforeRequest", dropSettled);
document.addEventListener("input", keepTyped);
document.addEventListener("change", keepTyped);

if (mayKeep) {
  offerAll();
  document.addEventListener("submit", (event) => autosaved(event.target) && keepNow(event.target));
  for (const leaving of ["beforeunload", "pagehide", "freeze"]) window.addEventListener(leaving, keepAll);
  document.addEventListener("visibilitychange", () => document.hidden && keepAll());
  document.addEventListener("click", (event) => dropConfirmed(event.target.closest?.("[data-lets-go]")?.dataset.letsGo));
}
