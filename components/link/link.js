// Copies origin + path + the query the server gave. Clipboard access may be refused on plain http: then it is selected
// in a prompt for the reader to copy.
export default function ({ data, parentElement }) {
  const button = parentElement.querySelector("button");
  button.textContent = data.label;
  button.onclick = async () => {
    const address = `${location.origin}${location.pathname}?${data.query}`;
    try {
      await navigator.clipboard.writeText(address);
      button.textContent = data.done;
      setTimeout(() => { button.textContent = data.label; }, 2500);
    } catch {
      window.prompt(data.label, address);
    }
  };
}
