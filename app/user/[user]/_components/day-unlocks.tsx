import { type ReactNode, useEffect, useState } from "react";
import useSWRImmutable from "swr/immutable";
import type { GameBases } from "@/app/_components/games/game-link";
import { UnlockList, type UnlockRow } from "@/app/_components/unlocks/unlock-list";

/** More are counted. */
const LISTED = 12;
/** A pointer on its way to another day asks nothing. */
const PAUSE_MS = 300;

interface DayUnlocksProps extends GameBases {
  /** The player's name. */
  name: string;
  /** `2026-11-23`. */
  day: string;
  /** A canonical name. */
  zone: string;
}

interface Answer {
  total: number;
  results: UnlockRow[];
}

/** What was unlocked on a day, newest first; nothing until it is here. */
export default function DayUnlocks({ name, day, zone, ...bases }: DayUnlocksProps): ReactNode {
  const [settled, setSettled] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(setSettled, PAUSE_MS, day);
    return () => clearTimeout(timer);
  }, [day]);
  const query = new URLSearchParams({ day, tz: zone });
  const address = `/api/v1/users/${name}/unlocks?${query}`;
  const { data } = useSWRImmutable<Answer>(settled === day ? address : null, fetchUnlocks);
  if (!data) return null;
  const { total, results } = data;
  return (
    <div>
      <UnlockList unlocks={results.slice(0, LISTED)} zone={zone} {...bases} />
      {total > LISTED && <p>and {total - LISTED} more</p>}
    </div>
  );
}

async function fetchUnlocks(address: string): Promise<Answer> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`The site answered ${response.status}.`);
  return response.json();
}
