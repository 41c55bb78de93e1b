// Puts the map into the page and reports the county chosen with the pointer, Enter, Space or (none) Escape.
// Streamlit calls this again after every run: the picture is exchanged, the keyboard stays where it was.

export default function ({ data, parentElement, setTriggerValue }) {
  const frame = frameIn(parentElement)
  if (frame.shown !== data.svg) {
    exchange(frame, data.svg)
    frame.shown = data.svg
  }
  hintUnder(frame).textContent = data.hint
  frame.onclick = (event) => choose(countyOf(event), setTriggerValue)
  frame.onkeydown = (event) => onKey(event, frame, setTriggerValue)
}

function frameIn(parent) {
  const existing = parent.querySelector(".map")
  if (existing) return existing
  const frame = document.createElement("div")
  frame.className = "map"
  parent.append(frame)
  return frame
}

function hintUnder(frame) {
  if (frame.nextElementSibling) return frame.nextElementSibling
  const hint = document.createElement("p")
  hint.className = "hint"
  frame.after(hint)
  return hint
}

function exchange(frame, svg) {
  const focused = frame.getRootNode().activeElement
  const area = frame.contains(focused) ? focused.dataset.area : undefined
  frame.innerHTML = svg
  // In a column wider than the picture it stands at the left, under the words above it.
  frame.querySelector("svg")?.setAttribute("preserveAspectRatio", "xMinYMin")
  if (area) frame.querySelector(`[role="button"][data-area="${area}"]`)?.focus({ preventScroll: true })
}

function onKey(event, frame, report) {
  if (event.repeat || event.ctrlKey || event.altKey || event.metaKey) return
  if (event.key === "Enter" || event.key === " ") {
    event.preventDefault() // Space would scroll the page
    choose(countyOf(event), report)
  } else if (event.key === "Escape" && frame.querySelector('[aria-pressed="true"]')) {
    report("chosen", "")
  }
}

function countyOf(event) {
  return event.target.closest('[role="button"][data-area]')
}

function choose(county, report) {
  if (county) report("chosen", county.dataset.area)
}
