// The line over a card in a meeting. Arrow keys, Page keys (as clickers send them), Home and End turn the cards, Escape
// goes back to the agenda, F fills the screen: only the browser may do that, and only when the reader asks for it.
// The number of the card counts at once: two quick presses turn two cards, however slow the line is.

const WRITING = "input, textarea, select, [contenteditable=true], [role=dialog], [role=grid], [role=listbox]";
let wanted = 0;
let listening;

export default function ({ data, parentElement, setTriggerValue }) {
  const part = (name) => parentElement.querySelector(`.${name}`);
  const count = data.places.length;
  if (wanted === data.step) wanted = 0;

  function show() {
    const step = wanted || data.step;
    part("name").textContent = data.name;
    part("release").textContent = data.release;
    part("place").textContent = data.places[step - 1];
    const title = document.createElement("span"); // only read out, and only of the card that is there
    title.textContent = wanted ? "" : `. ${data.title}`;
    part("place").append(title);
    part("previous").textContent = `‹ ${data.words.previous}`;
    part("next").textContent = `${data.words.next} ›`;
    part("close").textContent = data.words.close;
    part("screen").textContent = document.fullscreenElement ? data.words.small_screen : data.words.full_screen;
    part("screen").hidden = !document.fullscreenEnabled;
    part("previous").disabled = step === 1;
    part("next").disabled = step === count;
  }

  function turnTo(step) {
    const asked = Math.min(Math.max(step, 1), count);
    if (asked === (wanted || data.step)) return;
    wanted = asked;
    show();
    setTriggerValue("turned", String(asked));
  }

  function close() {
    if (document.fullscreenElement) document.exitFullscreen();
    wanted = 0;
    setTriggerValue("turned", "0");
  }

  function fillScreen() {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen?.().catch(() => {});
  }

  // The page, not the document, scrolls; without this a card longer than the screen needs a mouse.
  function scroll(direction) {
    document.querySelector('[data-testid="stMain"]')?.scrollBy(0, direction * window.innerHeight * 0.3);
  }

  const by = (cards) => () => turnTo((wanted || data.step) + cards);
  const answers = {
    ArrowRight: by(1), PageDown: by(1), ArrowLeft: by(-1), PageUp: by(-1),
    Home: () => turnTo(1), End: () => turnTo(count), Escape: close, f: fillScreen, F: fillScreen,
    ArrowDown: () => scroll(1), ArrowUp: () => scroll(-1),
  };

  listening?.abort();
  const mine = (listening = new AbortController());
  const { signal } = mine;
  document.addEventListener("keydown", (event) => {
    const answer = answers[event.key];
    const writing = event.composedPath().some((each) => each.matches?.(WRITING));
    if (!answer || writing || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    answer();
  }, { signal });
  document.addEventListener("fullscreenchange", show, { signal });
  part("previous").onclick = answers.ArrowLeft;
  part("next").onclick = answers.ArrowRight;
  part("screen").onclick = fillScreen;
  part("close").onclick = close;
  show();
  return () => mine.abort();
}
