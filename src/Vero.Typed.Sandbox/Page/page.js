import { element, jsonView, text } from "./json-view.js";
import { RequestList, badge, clock, title } from "./request-list.js";

const byId = id => document.getElementById(id);
const list = new RequestList(byId("list"), show);
const rules = "https://github.com/vero-typed/vero-typed/blob/main/analyzers/rules/";
const views = ["requests", "users", "plan"];
let bodyMatches = new Set();

async function read(path) {
  const response = await fetch(path, { headers: { accept: "application/json" } });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}

// --- live ---

function listen() {
  const source = new EventSource("admin/stream");
  source.addEventListener("open", () => { byId("connection").textContent = "Live"; });
  source.addEventListener("error", () => { byId("connection").textContent = "The sandbox does not respond. Trying again …"; });
  source.addEventListener("clear", () => {
    list.clear();
    count();
    hint(byId("detail"), "Select a request to see its body, what is wrong with it and what it changed.");
    refreshOthers();
  });
  source.addEventListener("request", event => {
    const request = JSON.parse(event.data);
    known(request.operation);
    list.add(request);
    count();
    refreshOthers();
  });
}

function count() {
  const requests = list.all.length === 1 ? "1 request" : `${list.all.length} requests`;
  byId("count").textContent = list.shown.length === list.all.length ? requests : `${list.shown.length} of ${requests}`;
}

// --- filter ---

const operations = new Set();

function known(operation) {
  if (!operation || operations.has(operation)) return;
  operations.add(operation);
  byId("operation").append(element("option", { value: operation }, operation.replaceAll("_", " ")));
}

function filter() {
  const words = byId("search").value.trim().toLowerCase();
  const operation = byId("operation").value;
  const problems = byId("problems").checked;
  list.filter(request =>
    (operation === "" || request.operation === operation)
    && (!problems || request.status !== 200 || request.isDuplicate)
    && (words === "" || bodyMatches.has(request.number) || `${title(request)} ${request.userId ?? ""} ${request.status}`.toLowerCase().includes(words)));
  count();
}

let searching;

function search() {
  clearTimeout(searching);
  bodyMatches = new Set();
  filter();
  const words = byId("search").value.trim();
  if (words === "") return;
  searching = setTimeout(async () => {
    const found = await read(`admin/requests?search=${encodeURIComponent(words)}`);
    if (byId("search").value.trim() !== words) return;
    bodyMatches = new Set(found.map(request => request.number));
    filter();
  }, 200);
}

// --- one request ---

let showing = 0;

async function show(summary) {
  const turn = ++showing;
  const request = await read(`admin/requests/${summary.number}`);
  if (turn !== showing) return;
  byId("detail").replaceChildren(...[
    element("h2", { class: "title" }, text(title(request.summary)), badge(request.summary)),
    element("p", { class: "hint" }, `Request ${request.summary.number} at ${clock(request.summary.receivedAt)}, ${request.bodyBytes} bytes`),
    violations(request),
    request.summary.isDuplicate
      ? element("p", { class: "note" }, "Vero drops this event: the same one, with equal name, user and data, arrived shortly before.")
      : null,
    element("h2", {}, "Body"),
    request.isTruncated ? element("p", { class: "hint" }, "Only the beginning is shown.") : null,
    request.isTruncated ? element("pre", { tabindex: "0" }, text(request.body, 16384)) : jsonView(request.body, request.violations),
    element("div", { class: "tools" },
      element("button", { type: "button", onclick: event => copy(event.target, curl(request)) }, "Copy as curl"),
      element("button", { type: "button", onclick: event => copy(event.target, request.body) }, "Copy body"),
      element("a", { href: `admin/requests/${request.summary.number}/body`, download: `request-${request.summary.number}.json` }, "Download body")),
    ...difference(request.profileBefore, request.profileAfter),
    element("h2", {}, "Request"),
    element("pre", { tabindex: "0" }, text([`${request.method} ${request.path}${request.query}`, ...Object.entries(request.headers).map(([name, value]) => `${name}: ${value}`)].join("\n"))),
  ].filter(part => part !== null));
  byId("detail").scrollTop = 0;
}

function violations(request) {
  if (request.violations.length === 0) return null;
  return element("div", {},
    element("h2", { class: "bad" }, request.violations.length === 1 ? "1 violation" : `${request.violations.length} violations`),
    element("ul", { class: "violations" }, ...request.violations.map(violation => element("li", {},
      violation.path === "" ? null : element("code", {}, text(violation.path)),
      " ",
      text(violation.message),
      violation.rule ? element("span", {}, " — in code: ", element("a", { href: `${rules}${violation.rule}.md`, rel: "noreferrer noopener", target: "_blank" }, violation.rule)) : null))));
}

function facts(profile) {
  const rows = new Map();
  if (!profile) return rows;
  rows.set("id", profile.id);
  if (profile.email !== undefined) rows.set("email", profile.email);
  rows.set("subscribed", profile.isSubscribed);
  if (profile.tags.length > 0) rows.set("tags", profile.tags);
  if (profile.channels.length > 0) rows.set("channels", profile.channels);
  if (profile.formerIds.length > 0) rows.set("former ids", profile.formerIds);
  for (const key of Object.keys(profile.data).sort()) rows.set(`data.${key}`, profile.data[key]);
  return rows;
}

function cell(value) {
  return element("td", { class: "value" }, value === undefined ? element("span", { class: "hint" }, "–") : text(typeof value === "string" ? value : JSON.stringify(value)));
}

function difference(before, after) {
  if (!before && !after) return [];
  const [old, now] = [facts(before), facts(after)];
  const keys = [...new Set([...old.keys(), ...now.keys()])];
  return [
    element("h2", {}, !before ? "Profile, created" : !after ? "Profile, unchanged or deleted" : "Profile, before and after"),
    element("table", {},
      element("thead", {}, element("tr", {}, ...["Key", "Before", "After", ""].map(name => element("th", { scope: "col" }, name)))),
      element("tbody", {}, ...keys.map(key => {
        const isChanged = JSON.stringify(old.get(key)) !== JSON.stringify(now.get(key));
        const word = !isChanged ? "" : !old.has(key) ? "added" : !now.has(key) ? "removed" : "changed";
        return element("tr", { class: isChanged ? "changed" : "" }, element("th", { scope: "row" }, text(key)), cell(old.get(key)), cell(now.get(key)), element("td", {}, word));
      }))),
  ];
}

function curl(request) {
  const quoted = value => `'${value.replaceAll("'", `'\\''`)}'`;
  const query = request.query.replaceAll("=***", "='\"$VERO_AUTH_TOKEN\"'");
  return `curl -X ${request.method} '${location.origin}${request.path.replaceAll("'", "%27")}${query}' -H 'content-type: application/json' --data-binary ${quoted(request.body)}`;
}

async function copy(button, value) {
  const before = button.textContent;
  try {
    await navigator.clipboard.writeText(value);
    button.textContent = "Copied";
  } catch {
    // Only pages of this machine, or over https, may write to the clipboard.
    const shown = element("textarea", { readonly: true, rows: "6", "aria-label": before });
    shown.value = value;
    button.replaceWith(shown);
    shown.select();
    return;
  }
  setTimeout(() => { button.textContent = before; }, 1500);
}

// --- users ---

let selectedUser = null;
let refreshing;

function refreshOthers() {
  clearTimeout(refreshing);
  refreshing = setTimeout(async () => {
    if (!byId("users").hidden) await showUsers();
    if (!byId("plan").hidden) await showPlan();
  }, 300);
}

async function showUsers() {
  const users = await read("admin/users");
  const shown = users.slice(0, 1000);
  byId("user-list").replaceChildren(
    ...shown.map(user => element("li", {}, element("button", { type: "button", "aria-pressed": String(user.id === selectedUser), onclick: () => showUser(user.id) },
      text(user.id), user.email ? element("span", { class: "who" }, " ", text(user.email)) : null))),
    ...(users.length > shown.length ? [element("li", { class: "hint" }, `${users.length - shown.length} more; search them on the Requests page`)] : []));
  if (users.length === 0) byId("user-list").append(element("li", { class: "hint" }, "No user yet."));
  if (selectedUser !== null) await showUser(selectedUser);
}

async function showUser(id) {
  selectedUser = id;
  for (const button of byId("user-list").querySelectorAll("button")) button.setAttribute("aria-pressed", String(button.querySelector("bdi").textContent === id));
  let user;
  try {
    user = await read(`admin/users/${encodeURIComponent(id)}`);
  } catch {
    return hint(byId("user"), "This user does not exist any more.");
  }
  byId("user").replaceChildren(
    element("h2", { class: "title" }, text(user.profile.id)),
    element("table", {}, element("tbody", {}, ...[...facts(user.profile)].map(([key, value]) => element("tr", {}, element("th", { scope: "row" }, text(key)), cell(value))))),
    element("h2", {}, user.events.length === 0 ? "No events" : "Events"),
    element("ol", { class: "timeline" }, ...user.events.map(event => element("li", {},
      element("strong", {}, text(event.name)), " ",
      element("time", { datetime: event.createdAt ?? event.receivedAt }, text(event.createdAt ?? clock(event.receivedAt))),
      event.isDropped ? element("span", { class: "badge note" }, "dropped as a duplicate") : null,
      event.source ? element("span", { class: "hint" }, " from ", text(event.source)) : null,
      Object.keys(event.data).length > 0 ? jsonView(JSON.stringify(event.data)) : null))));
}

// --- plan ---

async function showPlan() {
  const plan = await read("admin/plan");
  const part = (heading, empty, rows) => element("div", {}, element("h2", {}, heading), rows.length === 0
    ? element("p", { class: "good" }, empty)
    : element("ul", { class: "violations" }, ...rows.map(row => element("li", {}, element("code", {}, text(row.what)), row.detail ? " " : null, row.detail ? text(row.detail) : null))));
  byId("plan").replaceChildren(
    element("p", {}, `${plan.arrived} of ${plan.planned} planned keys and events have arrived.`),
    element("div", { class: "columns" },
      part("Never arrived", "Everything in the plan has arrived.", plan.missing),
      part("Not in the plan", "Nothing else has arrived.", plan.unplanned),
      part("Differs from the plan", "Every value has its planned shape.", plan.different)));
}

// --- views and keys ---

function hint(owner, message) {
  owner.replaceChildren(element("p", { class: "hint" }, message));
}

function view(name) {
  for (const other of views) {
    byId(other).hidden = other !== name;
    byId(`show-${other}`).setAttribute("aria-pressed", String(other === name));
  }
  if (name === "users") showUsers();
  if (name === "plan") showPlan();
}

for (const name of views) byId(`show-${name}`).addEventListener("click", () => view(name));
byId("clear").addEventListener("click", async () => {
  await fetch("admin", { method: "DELETE" });
});
byId("filter").addEventListener("submit", event => event.preventDefault());
byId("search").addEventListener("input", search);
byId("operation").addEventListener("change", filter);
byId("problems").addEventListener("change", filter);
byId("list").addEventListener("keydown", event => { if (event.key === "Enter") byId("detail").focus(); });
byId("detail").addEventListener("keydown", event => { if (event.key === "Escape") byId("list").focus(); });
document.addEventListener("keydown", event => {
  if (event.key === "/" && !(event.target instanceof HTMLInputElement)) {
    event.preventDefault();
    byId("search").focus();
  }
});

count();
listen();
read("admin").then(sandbox => { byId("show-plan").hidden = !sandbox.hasPlan; });
