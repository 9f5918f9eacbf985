import { Html, html } from "./html";

/** Of a page that is none of React's: it finds the three by their place. */
const SCRIPT = new Html(`{
const [say, , button] = document.currentScript.parentElement.children;
const on = say.textContent;
let timer;
const turn = () => {
  timer = timer ? clearInterval(timer) : setInterval(() => {
    if (!document.activeElement?.matches("input")) location.reload();
  }, button.value * 1000);
  say.textContent = timer ? on : "This page does not try again by itself now.";
  button.textContent = timer ? "Stop trying" : "Go on trying";
};
button.addEventListener("click", turn);
turn();
}`);

/**
 * Loads the page again after so many seconds, and says so. It waits while somebody types a name, and ends
 * for good when asked to: a page that goes away under its reader is none for those who read slowly.
 *
 * @param seconds between two tries
 * @param address what is tried
 */
export function tryAgain(seconds: number, address: string): Html {
  return html`<noscript><meta http-equiv="refresh" content="${seconds}"></noscript>
<p class="detail"><span role="status">This page tries again by itself every ${seconds} seconds.</span> <a href="${address}">Try now</a><button type="button" class="stop" value="${seconds}">Stop trying</button><script>${SCRIPT}</script></p>`;
}
