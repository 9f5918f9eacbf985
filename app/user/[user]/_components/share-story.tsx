"use client";

import { useRef, useState, useSyncExternalStore } from "react";
import styles from "./share-story.module.css";

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
    // Of no use before a press.
    const { loadPicture } = await import("./load-picture");
    loaded.current ??= await loadPicture(picture, file);
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
