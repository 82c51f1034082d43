// Shows values that somebody else has sent. Everything becomes a text node: nothing is ever parsed as HTML.

// Control and formatting characters (bidirectional overrides, zero widths ...) would change what a reader believes to see.
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}\u034F\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0]/u;

export function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (key === "class") made.className = value;
    else if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.filter(child => child !== undefined && child !== null));
  return made;
}

// A string in a frame of its own, so that its direction changes nothing around it, with unseen characters by their numbers.
export function text(value, limit = 4096) {
  const shown = element("bdi");
  const whole = String(value);
  let plain = "";
  for (const character of whole.slice(0, limit)) {
    if (!unseen.test(character) || character === "\n" || character === "\t") {
      plain += character;
      continue;
    }
    shown.append(plain);
    plain = "";
    const number = character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0");
    shown.append(element("span", { class: "unseen", title: `invisible character U+${number}` }, `U+${number}`));
  }
  shown.append(plain);
  if (whole.length > limit) shown.append(element("span", { class: "unseen" }, `… ${(whole.length - limit).toLocaleString("en")} more characters`));
  return shown;
}

export function pointer(path, step) {
  return `${path}/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

// JSON with its violations beside what they are about. `json` is the exact text, so that numbers are shown as they were sent.
export function jsonView(json, violations = []) {
  const view = element("div", { class: "json", tabindex: "0", role: "group", "aria-label": "Body" });
  const byPath = Map.groupBy(violations, violation => violation.path);
  let at = 0;

  const space = () => { while (at < json.length && " \t\r\n".includes(json[at])) at++; };
  const take = pattern => {
    pattern.lastIndex = at;
    const match = pattern.exec(json);
    if (match === null) throw new SyntaxError(`at ${at}`);
    at = pattern.lastIndex;
    return match[0];
  };
  const line = (depth, ...parts) => {
    const made = element("span", { class: "line", style: undefined }, ...parts);
    made.style.setProperty("--depth", depth);
    view.append(made);
    return made;
  };
  const why = (made, path) => {
    for (const violation of byPath.get(path) ?? []) {
      made.classList.add("wrong");
      made.append(element("span", { class: "why" }, `  ← ${violation.message}`));
    }
  };

  // Reads one value; `before` is what stands on its first line.
  const value = (depth, path, before) => {
    space();
    const open = json[at];
    if (open === "{" || open === "[") {
      at++;
      const close = open === "{" ? "}" : "]";
      const first = line(depth, ...before, open);
      let index = 0;
      space();
      while (json[at] !== close) {
        let name = index++;
        const label = [];
        if (open === "{") {
          const key = take(stringPattern);
          name = JSON.parse(key);
          label.push(element("span", { class: "key" }, text(key)), ": ");
          space();
          take(/:/y);
        }
        value(depth + 1, pointer(path, name), label);
        space();
        if (json[at] === ",") { at++; view.lastChild.append(","); space(); }
      }
      at++;
      if (index === 0) first.append(close);
      else line(depth, close);
      why(first, path);
      return;
    }
    const scalar = take(open === '"' ? stringPattern : /[-+.\w]+/y);
    why(line(depth, ...before, element("span", { class: open === '"' ? "string" : "other" }, text(scalar))), path);
  };

  try {
    value(0, "", []);
    space();
    if (at < json.length) throw new SyntaxError(`at ${at}`);
  } catch {
    // Not JSON, or cut off: shown as it is.
    view.replaceChildren(text(json, 16384));
  }
  return view;
}

const stringPattern = /"(?:[^"\\]|\\.)*"/sy;
