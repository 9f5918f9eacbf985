import { type MouseEvent, useState } from "react";
import { plainlyClicked } from "@/app/_components/list/plain-click";

/** The game of a list whose achievements are unfolded: the links that lead to them open and close it. */
export function useOpenGame() {
  const [openId, setOpenId] = useState<number | null>(null);
  return {
    openId,
    /** For clicks anywhere on the page. */
    openInPlace(event: MouseEvent) {
      const link = plainlyClicked(event);
      if (link?.dataset.unfolds === undefined) return;
      event.preventDefault();
      const id = Number(link.pathname.split("/").at(-1));
      setOpenId((before) => (before === id ? null : id));
    },
  };
}
