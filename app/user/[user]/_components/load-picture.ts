const TIMEOUT_MS = 10_000;

/** A picture as a file to share; null where files cannot be shared, or without a picture in time. */
export async function loadPicture(picture: string, name: string): Promise<File | null> {
  const asFile = (content: BlobPart) => new File([content], name, { type: "image/png" });
  if (!navigator.canShare?.({ files: [asFile(" ")] })) return null;
  try {
    const response = await fetch(picture, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    // A card that cannot be drawn is a message.
    if (!response.ok || response.headers.has("X-Longplay-Error")) return null;
    return asFile(await response.blob());
  } catch {
    return null;
  }
}
