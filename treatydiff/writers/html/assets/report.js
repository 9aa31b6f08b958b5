"use strict";
(() => {
  const root = document.documentElement;
  const one = (selector, under = document) => under.querySelector(selector);
  const all = (selector, under = document) => [...under.querySelectorAll(selector)];
  const rows = all(".row"), text = one("#text"), search = one("#search"), help = one("#help");
  const panel = one("#filter"), boxes = all("#filter input"), folds = all("#text .fold"), units = all(".unit");
  const position = one("#position"), total = position.textContent, words = new Map();
  const items = all(".findings .list > li"), lenses = all(".lenses button"), findings = new Map();
  let current = null;

  const choose = (name, value) => {
    root.dataset[name] = value;
    for (const button of all(`[data-set="${name}"]`)) button.setAttribute("aria-pressed", String(button.dataset.to === value));
    if (name === "show") for (const fold of folds) fold.open = value === "all";
  };
  const setMarks = on => {
    root.dataset.marks = on ? "on" : "off";
    one("[data-do=marks]").setAttribute("aria-pressed", String(on));
  };
  const setPanel = open => {
    if (!panel) return;
    panel.hidden = !open;
    one("[data-do=filter]").setAttribute("aria-expanded", String(open));
    if (open) boxes[0].focus();
  };
  const reveal = element => {
    for (let fold = element.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  };

  const wordsOf = row => {
    if (!words.has(row)) words.set(row, `${row.textContent} ${row.getAttribute("aria-label") || row.parentElement.id}`.toLowerCase());
    return words.get(row);
  };
  const ended = link => document.getElementById(decodeURIComponent(link.hash.slice(1)));
  const rowOf = element => element.closest(".row") || one(":scope > header.row", element);
  // The findings of each clause, as the list above the text has them.
  const told = () => {
    if (!findings.size) for (const item of items) {
      const row = rowOf(ended(one("a", item)));
      findings.set(row, [...(findings.get(row) || []), item]);
    }
    return findings;
  };
  const bears = (element, key, values) => values.some(value => (element.dataset[key] || "").split(" ").includes(value));
  const sifter = (wanted, sought) => {
    const { k: happened, ...meant } = wanted, asked = Object.entries(meant);
    const means = item => asked.every(([key, values]) => bears(item, key, values));
    const happens = row => !happened || bears(row, "k", happened);
    const fits = row => happens(row) && (!asked.length || (told().get(row) || []).some(means)) && (!sought || wordsOf(row).includes(sought));
    return { means, happens, fits, asks: asked.length > 0 || Boolean(happened) };
  };
  const siftFindings = ({ means, happens, asks }) => {
    let shown = 0;
    const clauses = new Set();
    for (const [row, found] of told()) for (const item of found) {
      item.hidden = asks && !(means(item) && happens(row));
      if (item.hidden) continue;
      shown += 1;
      clauses.add(row);
      const note = asks && ended(one("a", item));
      if (note && note.matches(".note")) reveal(note);
    }
    for (const part of all(".graded, .rest")) part.hidden = !one(".list > li:not([hidden])", part);
    for (const rest of all(".rest")) rest.open = asks && !rest.hidden;
    root.toggleAttribute("data-sifted", asks);
    const said = one("#sifted");
    if (!said) return;
    said.hidden = !asks;
    said.textContent = `${shown} of ${items.length} findings, in ${clauses.size} clause${clauses.size === 1 ? "" : "s"}; the text below shows these clauses only.`;
  };
  const highlight = sought => {
    if (!window.CSS || !CSS.highlights) return;
    const ranges = [];
    for (const row of sought ? rows.filter(each => !each.hidden) : []) {
      const walk = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
      for (let node = walk.nextNode(); node && ranges.length < 2000; node = walk.nextNode()) {
        const lower = node.data.toLowerCase();
        if (lower.length !== node.data.length) continue;
        for (let at = lower.indexOf(sought); at >= 0; at = lower.indexOf(sought, at + sought.length)) {
          const range = new Range();
          range.setStart(node, at);
          range.setEnd(node, at + sought.length);
          ranges.push(range);
        }
      }
    }
    CSS.highlights.set("sought", new Highlight(...ranges));
  };
  const sift = () => {
    const wanted = {}, sought = search.value.trim().toLowerCase();
    for (const box of boxes) if (box.checked) (wanted[box.name] ||= []).push(box.value);
    const ticked = Object.entries(wanted).flatMap(([key, values]) => values.map(value => `${key}=${value}`));
    const sieve = sifter(wanted, sought), sifting = ticked.length > 0 || sought !== "";
    for (const lens of lenses) lens.setAttribute("aria-pressed", String(lens.dataset.only === ticked.join(" ")));
    siftFindings(sieve);
    let shown = 0;
    for (const row of rows) {
      const keep = !sifting || sieve.fits(row);
      if (!row.matches("header")) row.hidden = !keep;
      row.dataset.kept = keep ? "1" : "";
      shown += keep ? 1 : 0;
    }
    const holds = part => all(".row", part).some(row => row.dataset.kept);
    for (const unit of units) unit.hidden = sifting && !holds(unit) && !(unit.matches(".head") && ahead(unit, holds));
    for (const fold of folds) {
      const found = sifting && holds(fold);
      fold.hidden = sifting && !found;
      fold.open = found || (!sifting && root.dataset.show === "all");
    }
    one("#nothing").hidden = shown > 0 || !sifting;
    if (panel) {
      one("#ticked").textContent = ticked.length || "";
      one("#tally").textContent = sifting ? `${shown} of ${rows.length} clauses shown` : "All clauses shown";
    }
    highlight(sought);
    position.textContent = sifting ? `${steps().length} of ${total}` : total;
    current = current && current.dataset.kept ? current : null;
  };
  const ahead = (head, holds) => {
    const level = one("header > :first-child", head).tagName;
    for (let next = head.nextElementSibling; next && next.id !== "nothing"; next = next.nextElementSibling) {
      if (next.matches(".head") && one("header > :first-child", next).tagName <= level) return false;
      if (holds(next)) return true;
    }
    return false;
  };

  // What is folded away need not be stopped at.
  const steps = () => rows.filter(row => row.matches(".changed") && row.dataset.kept !== "" && !row.closest("details:not([open])"));
  const go = by => {
    const list = steps();
    if (!list.length) return;
    const at = current ? list.indexOf(current) : -1;
    let next = (at + by + list.length) % list.length;
    if (!current) next = Math.max(list.findIndex(row => row.getBoundingClientRect().top > 140), 0) - (by < 0 ? 1 : 0);
    select(list.at(next));
    position.textContent = `${(next + list.length) % list.length + 1} of ${list.length} change${list.length === 1 ? "" : "s"}`;
  };
  const select = row => {
    if (current) current.classList.remove("current");
    current = row;
    row.classList.add("current");
    reveal(row);
    row.tabIndex = -1;
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: "center" });
  };

  const inked = (part, gone) => {
    const clone = part.cloneNode(true);
    for (const each of all(`${gone}, .mk:not(.n)`, clone)) each.remove();
    return clone.textContent.trim();
  };
  const reading = (row, side, gone) => all(`.${side} > p`, row).map(part => inked(part, gone)).filter(Boolean).join("\n");
  const copy = async (row, button) => {
    const heading = row.matches("header"), link = `${location.href.split("#")[0]}#${heading ? row.parentElement.id : row.id}`;
    const label = heading ? one(".no", row).firstChild.data : row.getAttribute("aria-label");
    const old = heading ? inked(one(".name", row), "ins") : reading(row, "old", "ins");
    const later = heading ? inked(one(".name", row), "del") : reading(row, "new", "del");
    const quoted = [label, old && `${text.dataset.old}:\n${old}`, later && `${text.dataset.new}:\n${later}`, link];
    let said = "Copied";
    try { await navigator.clipboard.writeText(quoted.filter(Boolean).join("\n\n")); } catch { said = "Not allowed here"; }
    if (button) button.textContent = said;
  };
  const offerCopy = event => {
    const row = event.target.closest && event.target.closest("div.row:not(.origin)");
    if (!row || one(".copy", row)) return;
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "copy", textContent: "Copy", title: "Copy both wordings with citation (c)" });
    button.onclick = () => copy(row, button);
    one(".gut", row).append(button);
  };

  const dark = () => (root.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  const doing = {
    theme: () => { root.dataset.theme = dark() ? "light" : "dark"; },
    print: () => print(),
    help: () => help.open || help.showModal(),
    filter: () => setPanel(panel && panel.hidden),
    marks: () => setMarks(root.dataset.marks !== "on"),
    view: () => choose("view", root.dataset.view === "side" ? "inline" : "side"),
    next: () => go(1),
    previous: () => go(-1),
    copy: () => current && copy(current, one(".copy", current)),
    search: () => search.focus(),
    clear: () => { for (const box of boxes) box.checked = false; search.value = ""; sift(); },
    show: () => choose("show", root.dataset.show === "all" ? "changed" : "all"),
    close: () => { setPanel(false); if (document.activeElement) document.activeElement.blur(); },
  };
  // "s=high x=scope-widens" leaves the findings of that weight that do this, and their clauses.
  const only = asked => {
    const wanted = asked.split(" ");
    for (const box of boxes) box.checked = wanted.includes(`${box.name}=${box.value}`);
    search.value = "";
    sift();
  };
  const keys = { n: "next", p: "previous", "/": "search", "?": "help", v: "view", a: "show", m: "marks", f: "filter", c: "copy", Escape: "close" };

  document.addEventListener("click", event => {
    const button = event.target.closest("[data-do], [data-set], [data-only]");
    if (button && "only" in button.dataset) only(button.dataset.only);
    else if (button && button.dataset.do) doing[button.dataset.do]();
    else if (button) choose(button.dataset.set, button.dataset.to);
    else if (event.target === help) help.close();
    else if (panel && !panel.hidden && !panel.contains(event.target)) setPanel(false);
  });
  document.addEventListener("keydown", event => {
    const typing = event.target.matches("input[type=search]") && event.key !== "Escape";
    if (event.ctrlKey || event.metaKey || event.altKey || help.open || typing || !keys[event.key]) return;
    event.preventDefault();
    doing[keys[event.key]]();
  });
  // Articles that were never on screen have an estimated height, so the place is sought again as they are drawn.
  const settle = (target, block, frames) => {
    target.scrollIntoView({ block });
    if (frames) requestAnimationFrame(() => settle(target, block, frames - 1));
  };
  const follow = () => {
    const target = location.hash.length > 1 && ended(location);
    if (!target || !text.contains(target)) return;
    reveal(target);
    settle(target, target.matches(".unit") ? "start" : "center", 8);
    const row = target.closest(".row");
    if (current) current.classList.remove("current");
    current = row && row.matches(".changed") ? row : null;
  };

  for (const box of boxes) box.addEventListener("change", sift);
  search.addEventListener("input", sift);
  text.addEventListener("pointerover", offerCopy);
  text.addEventListener("focusin", offerCopy);
  window.addEventListener("hashchange", follow);
  window.addEventListener("beforeprint", () => { for (const more of all(".more")) more.open = true; });
  for (const part of all(".tools, .bar, .lenses")) part.hidden = false;
  choose("view", window.innerWidth < 1100 ? "inline" : "side");
  root.dataset.show = "changed";
  if (location.hash.length > 1) history.scrollRestoration = "manual";
  follow();
  window.addEventListener("load", () => requestAnimationFrame(follow));
})();
