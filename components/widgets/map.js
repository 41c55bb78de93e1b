// Puts the map into the page, with the words below it and what stands beside it, and reports the county chosen with the
// pointer, Enter, Space or (none) Escape. Streamlit calls this again after every run: what has changed is exchanged, the
// keyboard stays where it was.

export default function ({ data, parentElement, setTriggerValue }) {
  const sheet = sheetIn(parentElement)
  const frame = sheet.querySelector(".map")
  if (frame.shown !== data.svg) {
    exchange(frame, data.svg)
    document.getElementById("first-look")?.remove()
    frame.shown = data.svg
  }
  sheet.classList.toggle("alone", !data.beside)
  fill(sheet.querySelector(".below"), data.below)
  fill(sheet.querySelector(".beside"), data.beside)
  frame.onclick = (event) => choose(countyOf(event), setTriggerValue)
  frame.onkeydown = (event) => onKey(event, frame, setTriggerValue)
}

function sheetIn(parent) {
  const existing = parent.querySelector(".sheet")
  if (existing) return existing
  const sheet = document.createElement("div")
  sheet.className = "sheet"
  const room = document.createElement("div")
  room.className = "room"
  sheet.innerHTML = '<div><div class="map"></div><div class="below"></div></div><div class="beside"></div>'
  room.append(sheet)
  parent.append(room)
  return sheet
}

function fill(room, markup) {
  if (room.shown === markup) return
  room.innerHTML = markup
  room.shown = markup
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
