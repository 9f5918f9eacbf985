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
  say.textContent = timer ? on : "Back soon. This page does not try again now.";
  button.textContent = timer ? "Stop trying" : "Keep trying";
};
button.addEventListener("click", turn);
turn();
}`;

/**
 * Reloads the page at an interval, and says so. It waits while a name is typed, and can be stopped: slow readers need a
 * page that stays.
 */
export function TryAgain() {
  const seconds = slot("seconds");
  return (
    <>
      <noscript>
        <meta httpEquiv="refresh" content={seconds} />
      </noscript>
      <p className={styles.detail}>
        <span role="status">{`Back soon. This page tries again every ${seconds} seconds.`}</span>{" "}
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
