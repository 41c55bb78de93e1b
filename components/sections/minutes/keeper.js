// What is typed into a form of the minutes and not yet saved is kept in this tab of the browser, so that it outlasts a
// reload. The server tells what it knows of; what stands in a field that was not left yet is read from the field itself.
// Nothing outlasts the tab, nor twelve hours.

const LASTS = 12 * 60 * 60 * 1000; // milliseconds
const PREFIX = "harta unsaved ";
const emptied = new Map(); // form -> how often its text was saved or given up when we last looked
const asked = new Map(); // form -> what was found and told to the server

function kept(place) {
  try {
    const { at, typed } = JSON.parse(sessionStorage.getItem(place));
    if (Date.now() - at < LASTS) return typed;
  } catch { /* nothing there, or nothing of ours */ }
  sessionStorage.removeItem(place);
  return {};
}

function keep(place, typed) {
  try {
    sessionStorage.setItem(place, JSON.stringify({ at: Date.now(), typed }));
  } catch { /* a browser that keeps nothing: the server still knows what was left */ }
}

export default function ({ data, setTriggerValue }) {
  const place = PREFIX + data.place;
  if ((emptied.get(place) ?? 0) !== data.emptied) {
    emptied.set(place, data.emptied);
    asked.delete(place);
    sessionStorage.removeItem(place);
  }
  if (Object.keys(data.typed).length) {
    keep(place, { ...kept(place), ...data.typed });
  } else {
    const found = JSON.stringify(kept(place));
    if (found !== "{}" && asked.get(place) !== found) {
      asked.set(place, found);
      setTriggerValue("found", found);
    }
  }
  const mine = new AbortController();
  document.addEventListener("input", (event) => {
    for (const name of data.names) {
      const key = `${data.form}_${name}`.replace(/[^a-zA-Z0-9_-]/g, "-"); // as Streamlit makes a class of a key
      if (event.target.closest?.(`.${CSS.escape(`st-key-${key}`)}`)) keep(place, { ...kept(place), [name]: event.target.value });
    }
  }, { capture: true, signal: mine.signal });
  return () => mine.abort();
}
