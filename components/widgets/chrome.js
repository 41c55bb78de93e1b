// What the page itself must be told and Streamlit has no setting for: its language, its own words, one entry of
// browser history a page, a run of the server when the theme or the width changes, and for a screen reader what a choice
// has made of the page. Loaded once a page; it draws nothing.

const NARROW = window.matchMedia("(max-width: 700px)");
const PAPER = 640; // pixels that a sheet of A4 leaves a chart
const LOOKED = 1500; // milliseconds after which the first look goes even from a page that has no map
const STANDING = 600; // milliseconds without a change: then the page stands
const ATTRIBUTES = ["aria-label", "title", "placeholder", "alt"];
const OURS = ".together, .sheet"; // in the reader's language as they come
const state = (window.__harta ??= { words: {}, patterns: [], written: new Map(), observer: null, patched: false });

function translated(text) {
  const trimmed = text.trim();
  if (!trimmed) return null;
  const source = state.written.get(trimmed) ?? trimmed;
  const word = state.words[source] ?? filled(source);
  if (word === undefined || word === trimmed) return null;
  state.written.set(word, source);
  return text.replace(trimmed, () => word);
}

// A text with a changing part: `12 options available.`
function filled(source) {
  for (const [start, end, word] of state.patterns) {
    if (source.startsWith(start) && source.endsWith(end) && source.length > start.length + end.length) {
      return word.replace("{n}", () => source.slice(start.length, source.length - end.length));
    }
  }
  return undefined;
}

function patternsOf(words) {
  return Object.entries(words)
    .filter(([source]) => source.includes("{n}"))
    .map(([source, word]) => [...source.split("{n}"), word]);
}

function translateNode(node) {
  if (node.nodeType === Node.TEXT_NODE) {
    const word = translated(node.data);
    if (word !== null) node.data = word;
  } else if (node.nodeType === Node.ELEMENT_NODE && !node.matches(OURS)) {
    for (const name of ATTRIBUTES) {
      const value = node.getAttribute(name);
      const word = value && translated(value);
      if (word) node.setAttribute(name, word);
    }
    node.childNodes.forEach(translateNode);
  }
}

function watch() {
  state.observer?.disconnect();
  state.observer = new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "childList") change.addedNodes.forEach(translateNode);
      else translateNode(change.target);
    }
    waitAndTell();
  });
  state.observer.observe(document.body, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES,
  });
}

function waitAndTell() {
  clearTimeout(state.waiting);
  state.waiting = setTimeout(tellWhatStands, STANDING);
}

// A choice changes the page far from where the keyboard is: the new title and caption are read out. A meeting's screen
// says its own.
function tellWhatStands() {
  const card = document.querySelector(".st-key-card");
  const parts = card
    ? [card.querySelector("h2"), card.querySelector(".caption")]
    : [document.querySelector('[data-testid="stMain"] h1')];
  const stands = parts.map((part) => part?.textContent.trim()).filter(Boolean).join(". ");
  if (!stands || stands === state.stands || document.querySelector(".st-key-presented")) return;
  if (state.stands) loud().textContent = stands;
  state.stands = stands;
}

function loud() {
  const existing = document.querySelector("body > .heard");
  if (existing) return existing;
  const region = document.createElement("div");
  region.className = "heard";
  region.setAttribute("role", "status");
  document.body.append(region);
  return region;
}

// Our pictures are drawn on the server for a light or a dark page: after a change of theme it is asked, once, for the
// others.
function askForGround() {
  const app = document.querySelector(".stApp");
  const ground = app && getComputedStyle(app).colorScheme;
  if (!ground || ground === state.drawn || ground === state.asked) return;
  state.asked = ground;
  state.tell("ground", ground);
}

function watchGround() {
  const app = document.querySelector(".stApp");
  if (state.watched === app) return;
  state.watched = app;
  new MutationObserver(askForGround).observe(app, { attributes: true, attributeFilter: ["class"] });
}

// A changed filter must not become a page of its own in the browser's history: Back goes to the page before.
function oneEntryAPage() {
  if (state.patched) return;
  state.patched = true;
  const push = window.history.pushState.bind(window.history);
  window.history.pushState = (data, unused, url) => {
    const samePage = url && new URL(url, location.href).pathname === location.pathname;
    if (samePage) return window.history.replaceState(data, unused, url);
    closeDrawer();
    return push(data, unused, url);
  };
}

// On a telephone the menu lies over the page and Streamlit leaves it there; whoever chose a page wants to see it.
function closeDrawer() {
  if (window.innerWidth < 768) document.querySelector('[data-testid="stSidebarCollapseButton"] button')?.click();
}

// Charts are drawn on the server with room for their labels at the left; a narrow window asks, once, for the others.
function askForWidth() {
  const width = NARROW.matches ? "narrow" : "wide";
  if (width !== state.width) state.keep("width", width);
}

// Charts keep the width of the screen on paper; what is wider than the sheet is made smaller.
function fitForPaper() {
  if (state.fitted) return;
  state.fitted = true;
  const charts = () => document.querySelectorAll(".js-plotly-plot");
  window.addEventListener("beforeprint", () => {
    for (const chart of charts()) chart.style.zoom = Math.min(1, PAPER / chart.clientWidth);
  });
  window.addEventListener("afterprint", () => {
    for (const chart of charts()) chart.style.zoom = "";
  });
}

// The observer sees to what comes later; going through the whole page is for a change of language.
function speak({ language, words }) {
  state.language = document.documentElement.lang = language;
  state.words = words;
  state.patterns = patternsOf(words);
  translateNode(document.body);
  watch();
}

export default function ({ data, setStateValue, setTriggerValue }) {
  state.tell = setTriggerValue;
  state.keep = setStateValue;
  state.width = data.width;
  state.drawn = data.drawn;
  state.asked = undefined;
  oneEntryAPage();
  fitForPaper();
  setTimeout(() => document.getElementById("first-look")?.remove(), LOOKED);
  const page = document.documentElement.dataset;
  if (page.around !== data.around) page.around = data.around;  // every change styles the whole page anew
  if (data.language !== state.language) speak(data);
  waitAndTell();
  watchGround();
  NARROW.onchange = askForWidth;
  askForWidth();
}
