import { slot } from "../slots";
import styles from "./error-page.module.css";
import tryAgain from "./try-again.module.css";

/** Reloads the page at intervals; it finds the parts of its paragraph by their place. */
export const TRY_AGAIN_SCRIPT = `{
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
}`;

/**
 * Loads the page again every some seconds, and says so. It waits while somebody types a name, and can be stopped: slow
 * readers need a page that stays.
 */
export function TryAgain() {
  const seconds = slot("seconds");
  return (
    <>
      <noscript>
        <meta httpEquiv="refresh" content={seconds} />
      </noscript>
      <p className={styles.detail}>
        <span role="status">{`This page tries again by itself every ${seconds} seconds.`}</span>{" "}
        <a href={slot("address")}>Try now</a>
        <button type="button" className={tryAgain.stop} value={seconds}>
          Stop trying
        </button>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of this site */}
        <script dangerouslySetInnerHTML={{ __html: TRY_AGAIN_SCRIPT }} />
      </p>
    </>
  );
}
