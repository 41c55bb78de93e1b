// Copies the address with what it leaves unsaid because it is usual. Clipboard access may be refused on plain http: then it is selected
// in a prompt for the reader to copy. The link beside it leaves the page, with or without this script.
export default function ({ data, parentElement }) {
  const exit = parentElement.querySelector("a");
  write(exit, data.exit);
  exit.title = data.hint;
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

// Only what has changed: every change lays the page out anew.
function write(element, words) {
  if (element.textContent !== words) element.textContent = words;
}
