import { useEffect } from "react";
import { gamePath } from "@/app/user/[user]/_components/progress-path";

interface LeaveForGameProps {
  name: string;
  gameId: number;
}

/** Leads to the page of a game instead of unfolding it. */
export function LeaveForGame({ name, gameId }: LeaveForGameProps) {
  const page = gamePath(`/user/${name}`, gameId);
  useEffect(() => location.assign(page), [page]);
  return (
    <p>
      <a href={page}>Game page</a>
    </p>
  );
}
