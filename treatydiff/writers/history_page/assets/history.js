"use strict";
(() => {
  const root = document.documentElement;
  const one = (selector, under = document) => under.querySelector(selector);
  const all = (selector, under = document) => [...under.querySelectorAll(selector)];
  const search = one("#search"), found = one("#found"), help = one("#help"), nothing = one("#nothing");
  const articles = all(".art"), clauses = all(".clause"), chapters = all(".chapter"), texts = new Map();
  let current = null, goal = null;

  const choose = (name, value) => {
    root.dataset[name] = value;
    for (const button of all(`[data-set="${name}"]`)) button.setAttribute("aria-pressed", String(button.dataset.to === value));
  };
  const openAll = open => { for (const article of articles) if (!article.hidden) article.open = open; };
  const reveal = element => {
    for (let fold = element.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  };

  // "Art. 45 (1)(b)@zero" is compared with what the clause is called in each draft: "45.1.b@zero".
  const citation = words => {
    const [own, draft = ""] = words.split("@");
    const parts = own.replace(/\b(?:articles?|art|paragraphs?|paras?|points?)\b/g, " ").match(/[\p{L}\p{N}_]+/gu) || [];
    return /\p{N}/u.test(own) && parts.every(part => /\p{N}/u.test(part) || part.length <= 4) ? [parts.join("."), draft.trim()] : null;
  };
  const bears = (clause, [own, draft]) => clause.dataset.cites.split(" ").some(cite => {
    const at = cite.lastIndexOf("@"), called = cite.slice(0, at);
    return (called === own || called.startsWith(`${own}.`)) && (!draft || cite.slice(at + 1) === draft);
  });
  const textOf = clause => {
    if (!texts.has(clause)) texts.set(clause, clause.textContent.toLowerCase());
    return texts.get(clause);
  };
  const sought = () => search.value.trim().toLowerCase();
  const fitting = words => {
    const cite = citation(words), cited = cite ? clauses.filter(clause => bears(clause, cite)) : [];
    return new Set(cited.length ? cited : clauses.filter(clause => textOf(clause).includes(words)));
  };
  const highlight = (words, kept) => {
    if (!window.CSS || !CSS.highlights) return;
    const ranges = [];
    for (const clause of words ? kept : []) {
      const walk = document.createTreeWalker(clause, NodeFilter.SHOW_TEXT);
      for (let node = walk.nextNode(); node && ranges.length < 2000; node = walk.nextNode()) {
        const lower = node.data.toLowerCase();
        if (lower.length !== node.data.length) continue;
        for (let at = lower.indexOf(words); at >= 0; at = lower.indexOf(words, at + words.length)) {
          const range = new Range();
          range.setStart(node, at);
          range.setEnd(node, at + words.length);
          ranges.push(range);
        }
      }
    }
    CSS.highlights.set("sought", new Highlight(...ranges));
  };
  const sift = () => {
    const words = sought(), kept = words ? fitting(words) : new Set(clauses);
    for (const clause of clauses) clause.hidden = !kept.has(clause);
    for (const article of articles) {
      const holds = all(".clause", article).some(clause => kept.has(clause));
      article.hidden = !holds;
      article.open = words !== "" && holds && kept.size <= 60;
    }
    for (const chapter of chapters) chapter.hidden = words !== "";
    nothing.hidden = kept.size > 0 || !words;
    found.textContent = words ? `${kept.size} clause${kept.size === 1 ? "" : "s"}` : "";
    highlight(words, kept);
    current = null;
  };

  const go = by => {
    const list = clauses.filter(clause => !clause.hidden);
    if (!list.length) return;
    let at = list.indexOf(current);
    if (at < 0) at = by > 0 ? list.findIndex(clause => clause.checkVisibility() && clause.getBoundingClientRect().top > 60) - 1 : list.length;
    select(list[(Math.max(at, -1) + by + list.length) % list.length]);
  };
  const select = clause => {
    if (current) current.classList.remove("current");
    current = clause;
    clause.classList.add("current");
    reveal(clause);
    clause.tabIndex = -1;
    clause.focus({ preventScroll: true });
    settle(clause, 4);
  };
  // Clauses that were never on screen have an estimated height, so the place is sought again as they are drawn.
  // Whoever goes elsewhere meanwhile is let go.
  const settle = (target, frames) => {
    goal = target;
    const again = left => {
      if (goal !== target) return;
      target.scrollIntoView({ block: "start" });
      if (left) requestAnimationFrame(() => again(left - 1));
    };
    again(frames);
  };
  const follow = () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && !one("#clauses").contains(target)) settle(target, 0);
    if (!target || !one("#clauses").contains(target)) return;
    if (target.hidden || target.closest("[hidden]")) { search.value = ""; sift(); }
    if (target.matches("details")) target.open = true;
    reveal(target);
    settle(target, 8);
    if (current) current.classList.remove("current");
    current = target.matches(".clause") ? target : null;
  };

  const ribbons = one(".ribbons");
  const pick = event => {
    const told = event.target.dataset && event.target.dataset.t, wanted = told ? told.split(" ") : [];
    ribbons.classList.toggle("picking", wanted.length > 0);
    for (const part of all("[data-t]", ribbons)) part.classList.toggle("on", part.dataset.t.split(" ").some(each => wanted.includes(each)));
  };
  if (ribbons) {
    ribbons.addEventListener("pointerover", pick);
    ribbons.addEventListener("pointerleave", pick);
  }

  const dark = () => (root.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  const doing = {
    theme: () => { root.dataset.theme = dark() ? "light" : "dark"; },
    print: () => print(),
    help: () => help.open || help.showModal(),
    open: () => openAll(true),
    shut: () => openAll(false),
    toggle: () => openAll(!articles.some(article => article.open)),
    next: () => go(1),
    previous: () => go(-1),
    search: () => search.focus(),
    close: () => { if (search.value) { search.value = ""; sift(); } if (document.activeElement) document.activeElement.blur(); },
  };
  const keys = { n: "next", p: "previous", o: "toggle", "/": "search", "?": "help", Escape: "close" };

  document.addEventListener("click", event => {
    const button = event.target.closest("[data-do], [data-set]"), cell = event.target.closest(".heat tbody td");
    if (button && button.dataset.do) doing[button.dataset.do]();
    else if (button) choose(button.dataset.set, button.dataset.to);
    else if (cell) one(`th:nth-child(${cell.cellIndex + 1}) a`, cell.closest("table")).click();
    else if (event.target === help) help.close();
  });
  document.addEventListener("keydown", event => {
    const typing = event.target.matches("input") && event.key !== "Escape";
    if (event.ctrlKey || event.metaKey || event.altKey || help.open || typing) return;
    const part = all(".part")[event.key - 1];
    if (!part && !keys[event.key]) return;
    event.preventDefault();
    if (part) part.scrollIntoView();
    else doing[keys[event.key]]();
  });
  one(".seek").addEventListener("submit", event => {
    event.preventDefault();
    const first = clauses.find(clause => !clause.hidden);
    if (sought() && first) select(first);
  });
  search.addEventListener("input", sift);
  window.addEventListener("hashchange", follow);
  for (const part of all("[data-script]")) part.hidden = false;
  if (location.hash.length > 1) history.scrollRestoration = "manual";
  follow();
  window.addEventListener("load", () => requestAnimationFrame(follow));
})();
