// Puts the markup into the page; exchanged only when it has changed.
export default function ({ data, parentElement }) {
  let frame = parentElement.querySelector(".board");
  if (!frame) {
    frame = document.createElement("div");
    frame.className = "board";
    parentElement.append(frame);
  }
  if (frame.shown !== data.markup) {
    frame.innerHTML = data.markup;
    frame.shown = data.markup;
  }
}
