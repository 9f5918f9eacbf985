/**
 * Calls back in a task of its own after the next frame is on the screen, so that what the frame shows
 * need not wait. Gives the way to call it off.
 */
export function afterFrame(callback: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(callback);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
