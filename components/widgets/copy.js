// Copies the text the server gave. Clipboard access may be refused on plain http: then the text stands selected in a
// prompt for the reader to copy.
export default function ({ data, parentElement }) {
  const button = parentElement.querySelector("button");
  button.textContent = data.label;
  button.onclick = async () => {
    try {
      await navigator.clipboard.writeText(data.text);
      button.textContent = data.done;
      setTimeout(() => { button.textContent = data.label; }, 2500);
    } catch {
      window.prompt(data.label, data.text);
    }
  };
}
