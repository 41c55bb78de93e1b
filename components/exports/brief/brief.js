// A brief older than its date says so at the top; without a script the same date stands at the end of each county.
(() => {
  const until = document.documentElement.dataset.until;
  document.getElementById("stale").hidden = new Date() <= new Date(`${until}T23:59:59`);
})();
