import type { Metadata } from "next";
import { PlayerSearch } from "@/app/_components/player-search";
import { isUser } from "@/lib/domain/user";
import styles from "../error-page.module.css";

export const metadata: Metadata = { title: "Not shown here", robots: { index: false } };

interface Props {
  searchParams: Promise<{ user?: string }>;
}

/** The 403 of a profile: the owner shows chosen players only. Shown by the proxy under the profile's own URL. */
export default async function NotServed({ searchParams }: Props) {
  const { user = "" } = await searchParams;
  return (
    <main id="main" className={styles.page}>
      <h1 className={styles.title}>Not on this shelf</h1>
      <p className={styles.detail}>
        This site shows only the players that its owner has chosen
        {isUser(user) && (
          <>
            , and <strong>{user}</strong> is none of them
          </>
        )}
        .
      </p>
      {isUser(user) && (
        <p className={styles.detail}>
          <a href={`https://retroachievements.org/user/${user}`}>See {user} on RetroAchievements</a>
        </p>
      )}
      <PlayerSearch />
    </main>
  );
}
