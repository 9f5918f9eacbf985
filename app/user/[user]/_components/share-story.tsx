"use client";

import { useRef, useState, useSyncExternalStore } from "react";
import styles from "./share-story.module.css";

const TIMEOUT_MS = 10_000;

interface ShareStoryProps {
  /** Address of the picture as PNG. */
  picture: string;
  /** Name of the picture as a file. */
  file: string;
  /** Path of the page, which is shared where pictures cannot be. */
  page: string;
}

const LABELS = { idle: "Share", loading: "One moment…", ready: "Share now" } as const;

/** Opens the share menu of the device with the picture, or with the page's address. Hidden where there is no such menu. */
export function ShareStory({ picture, file, page }: ShareStoryProps) {
  const hasMenu = useSyncExternalStore(
    () => () => undefined,
    () => typeof navigator.share === "function",
    () => false,
  );
  const [state, setState] = useState<keyof typeof LABELS>("idle");
  const loaded = useRef<File | null>(null);
  async function share() {
    setState("loading");
    loaded.current ??= await load(picture, file);
    const data = loaded.current ? { files: [loaded.current] } : { url: location.origin + page };
    try {
      await navigator.share(data);
      setState("idle");
    } catch (error) {
      // The press may be too long ago once the picture is there: the next press shares it at once.
      const isLate = error instanceof DOMException && error.name === "NotAllowedError";
      setState(isLate && loaded.current ? "ready" : "idle");
    }
  }
  return (
    <button
      type="button"
      className={styles.share}
      disabled={!hasMenu}
      aria-busy={state === "loading"}
      onClick={share}
    >
      <span aria-live="polite">{LABELS[state]}</span>
    </button>
  );
}

/** The picture as a file; null where files cannot be shared, or without a picture in time. */
async function load(picture: string, name: string): Promise<File | null> {
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
