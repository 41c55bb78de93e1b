// Copies the address with what it leaves unsaid because it is usual. Clipboard access may be refused on plain http: then it is selected
// in a prompt for the reader to copy. The link beside it leaves the page, with or without this script.
export default function ({ data, parentElement }) {
  const exit = parentElement.querySelector("a");
  write(exit, data.exit);
  exit.title = data.hint;
  exit.onclick = (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return; // into another tab: the page is meant to stay
    event.preventDefault();
    leave(exit.href, new URL(data.away, document.baseURI).href);
  };
  const button = parentElement.querySelector("button");
  write(button, data.label);
  button.onclick = async () => {
    const address = new URL(location.href);
    for (const [key, code] of Object.entries(data.named)) address.searchParams.set(key, code);
    try {
      await navigator.clipboard.writeText(address.href);
      button.textContent = data.done;
      setTimeout(() => { button.textContent = data.label; }, 2500);
    } catch {
      window.prompt(data.label, address.href);
    }
  };
}

// To a harmless page, with nothing of ours one Back or Forward away. A page cannot take entries out of the browser's list; but it can
// go back to its first one, put an address there that leads on to the harmless page, and go on from there: what lay before it is gone
// then. Where the browser does not tell which entry is our first, only the entry that is left is replaced.
async function leave(place, away) {
  document.documentElement.style.display = "none";
  document.title = "";
  window.addEventListener("pageshow", (shown) => { if (shown.persisted) location.replace(place); });
  const replace = history.replaceState.bind(history);
  history.pushState = history.replaceState = () => {}; // going back wakes the app, which would write its own address there
  const first = window.navigation?.entries().find((entry) => entry.sameDocument);
  if (first && first.index < navigation.currentEntry.index) {
    const there = navigation.traverseTo(first.key).committed.catch(() => {});
    await Promise.race([there, new Promise((done) => { setTimeout(done, 300); })]);
  }
  replace(null, "", away);
  location.assign(place);
}

// Only what has changed: every change lays the page out anew.
function write(element, words) {
  if (element.textContent !== words) element.textContent = words;
}
