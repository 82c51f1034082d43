// The list of requests. Only the rows that can be seen are in the document, so ten thousand requests cost as little as ten.
import { element, text } from "./json-view.js";

const rowHeight = 44;
const spare = 8;

export class RequestList {
  constructor(list, onSelect) {
    this.list = list;
    this.onSelect = onSelect;
    this.all = [];
    this.shown = [];
    this.matches = () => true;
    this.selected = null;
    this.newest = 0;
    this.rows = new Map();
    this.space = element("div", { class: "space", role: "presentation" });
    list.append(this.space);
    list.addEventListener("scroll", () => this.draw());
    list.addEventListener("keydown", event => this.key(event));
    new ResizeObserver(() => this.draw()).observe(list);
  }

  add(request) {
    this.all.push(request);
    if (!this.matches(request)) return;
    this.shown.push(request);
    // What a reader looks at stays where it is.
    if (this.list.scrollTop > 0) this.list.scrollTop += rowHeight;
    this.schedule();
  }

  clear() {
    this.all = [];
    this.shown = [];
    this.selected = null;
    this.schedule();
  }

  filter(matches) {
    this.matches = matches;
    this.shown = this.all.filter(matches);
    this.list.scrollTop = 0;
    this.schedule();
  }

  schedule() {
    if (this.scheduled) return;
    this.scheduled = true;
    requestAnimationFrame(() => { this.scheduled = false; this.draw(); });
  }

  // Newest first: row 0 is the last request.
  at(row) { return this.shown[this.shown.length - 1 - row]; }

  draw() {
    this.space.style.height = `${this.shown.length * rowHeight}px`;
    const first = Math.max(0, Math.floor(this.list.scrollTop / rowHeight) - spare);
    const last = Math.min(this.shown.length, Math.ceil((this.list.scrollTop + this.list.clientHeight) / rowHeight) + spare);
    const drawn = new Map();
    for (let row = first; row < last; row++) {
      const request = this.at(row);
      let made = this.rows.get(request);
      if (!made) {
        made = this.row(request);
        this.list.append(made);
      }
      made.style.top = `${row * rowHeight}px`;
      made.setAttribute("aria-posinset", row + 1);
      made.setAttribute("aria-setsize", this.shown.length);
      made.setAttribute("aria-selected", request === this.selected);
      drawn.set(request, made);
    }
    for (const [request, made] of this.rows) if (!drawn.has(request)) made.remove();
    this.rows = drawn;
    const active = this.selected && drawn.get(this.selected);
    if (active) this.list.setAttribute("aria-activedescendant", active.id);
    else this.list.removeAttribute("aria-activedescendant");
  }

  row(request) {
    const isFresh = request.number > this.newest;
    this.newest = Math.max(this.newest, request.number);
    return element("div", { role: "option", id: `request-${request.number}`, class: isFresh ? "fresh" : "", onclick: () => this.select(request) },
      element("time", { datetime: request.receivedAt }, clock(request.receivedAt)),
      element("span", { class: "what" },
        element("span", {}, text(title(request))),
        element("span", { class: "who" }, text(request.userId ?? ""))),
      badge(request));
  }

  select(request) {
    this.selected = request;
    this.draw();
    this.onSelect(request);
  }

  key(event) {
    const page = Math.max(1, Math.floor(this.list.clientHeight / rowHeight) - 1);
    const current = this.selected ? this.shown.length - 1 - this.shown.indexOf(this.selected) : -1;
    const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -Infinity, End: Infinity };
    if (!(event.key in steps) || this.shown.length === 0) return;
    event.preventDefault();
    const row = Math.min(this.shown.length - 1, Math.max(0, current + steps[event.key]));
    if (row * rowHeight < this.list.scrollTop) this.list.scrollTop = row * rowHeight;
    else if ((row + 1) * rowHeight > this.list.scrollTop + this.list.clientHeight) this.list.scrollTop = (row + 1) * rowHeight - this.list.clientHeight;
    this.select(this.at(row));
  }
}

export function title(request) {
  const name = request.operation ? request.operation.replaceAll("_", " ") : request.path;
  return request.eventName ? `${name}: ${request.eventName}` : name;
}

export function clock(time) {
  return new Date(time).toLocaleTimeString(undefined, { hour12: false });
}

// Words as well as colours.
export function badge(request) {
  if (request.violations > 0) return element("span", { class: "badge bad" }, `${request.status} · ${request.violations} wrong`);
  if (request.status === 0) return element("span", { class: "badge bad" }, "closed");
  if (request.status !== 200) return element("span", { class: "badge bad" }, String(request.status));
  return request.isDuplicate ? element("span", { class: "badge note" }, "duplicate") : element("span", { class: "badge good" }, "200");
}
