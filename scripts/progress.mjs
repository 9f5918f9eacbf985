const DOT_EVERY_MS = 2000;

/**
 * Says what a long step does and shows that it goes on: a dot every two seconds. Writes to standard error,
 * because standard output is for what a script gives: the history, say.
 *
 * @template T
 * @param {string} sentence without its full stop
 * @param {() => Promise<T>} step
 * @returns {Promise<T>} what the step gives
 */
export async function showProgress(sentence, step) {
  process.stderr.write(`${sentence} `);
  const dots = setInterval(() => process.stderr.write("."), DOT_EVERY_MS);
  try {
    return await step();
  } finally {
    clearInterval(dots);
    process.stderr.write("\n");
  }
}
