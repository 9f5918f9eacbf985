import type { Metadata } from "next";
import { DemoNotice } from "@/app/_components/demo-notice";
import { PlayerSearch } from "@/app/_components/player-search";
import { typedInSegment } from "@/lib/domain/typed-user";
import { isUser } from "@/lib/domain/user";
import styles from "../error-page.module.css";

export const metadata: Metadata = { title: "No such player", robots: { index: false } };

interface Props {
  searchParams: Promise<{ user?: string }>;
}

/** The 404 of a profile: nobody has that name. Shown by the proxy under the profile's own URL. */
export default async function UnknownPlayer({ searchParams }: Props) {
  const { user = "" } = await searchParams;
  return (
    <main id="main" className={styles.page}>
      <DemoNotice />
      <h1 className={styles.title}>Nobody here by that name</h1>
      <p className={styles.detail}>
        {isUser(user) ? (
          <>
            RetroAchievements has no player called <strong>{user}</strong>. Check the spelling;
            upper and lower case do not matter.
          </>
        ) : (
          "A RetroAchievements user name has 2 to 20 letters and digits, and nothing else. The address of a player's page works too."
        )}
      </p>
      <PlayerSearch defaultValue={typedInSegment(user)} />
    </main>
  );
}
