import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { askedParameters, type SearchParams } from "@/app/_components/asked-parameters";
import { DemoNotice } from "@/app/_components/demo-notice";
import { env } from "@/lib/env";
import { findGame, readGameId } from "@/lib/http/game-json";
import { shareMetadata } from "@/lib/http/share-metadata";
import { loadGameInTime } from "@/lib/players/games/load-game";
import { loadPageVersion } from "@/lib/players/load-player";
import { loadTimes } from "@/lib/players/times/load-times";
import { isOtherVersion } from "@/lib/players/view-revision";
import { gameBase, mediaBase } from "@/lib/retroachievements/retroachievements";
import { GamePage } from "./_components/game-page";
import { gameSentence, plainGameTitle } from "./_components/game-sentence";
import { NOT_LOADED, NOT_LOADED_PARAMETER, otherPlayers, revisionOfOthers } from "./shown-game";

interface Props {
  /** A version of a player's page, as the proxy names it, and RA's id of a game. */
  params: Promise<{ user: string; id: string }>;
  searchParams: SearchParams;
}

async function load(params: Props["params"]) {
  const { user, id } = await params;
  const library = await loadPageVersion(user);
  const game = findGame(library.player, readGameId(id) ?? 0);
  // The proxy answers games that are not in the list.
  if (!game) notFound();
  return { user, library, game };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { library, game } = await load(params);
  const { name } = library.player.profile;
  const title = `${name}: ${plainGameTitle(game.title)}`;
  const description = gameSentence(name, game);
  return {
    title,
    description,
    ...shareMetadata(name, title, description, "?scale=2", {
      ...{ file: `game-${game.id}`, width: 990, height: 272 },
    }),
  };
}

/** One game of a player with its achievements. The proxy shows it at the player's own URL. */
export default async function Page({ params, searchParams }: Props) {
  const { user, library, game } = await load(params);
  const { player, refreshError } = library;
  const asked = await askedParameters(searchParams, [NOT_LOADED_PARAMETER]);
  const isRefused = asked.get(NOT_LOADED_PARAMETER) === NOT_LOADED;
  const [loaded, others] = await Promise.all([
    isRefused ? null : loadGameInTime(player, game),
    otherPlayers(player, game),
  ]);
  const shown = [loaded?.revision ?? NOT_LOADED, ...revisionOfOthers(others)];
  // Before the times: what is too late for this may come a moment later.
  const isOther = await isOtherVersion(user, "game", library, shown);
  const known = await loadTimes(player);
  const address = `${env().SITE_URL ?? ""}/user/${player.profile.name}/game/${game.id}`;
  // The proxy does not cache such a page.
  const incomplete = (loaded === null || isOther) && { "data-incomplete": true };
  return (
    <main id="main" {...incomplete}>
      <link rel="canonical" href={address} />
      <DemoNotice />
      <GamePage
        player={player}
        refreshError={refreshError}
        game={game}
        loaded={loaded}
        time={known?.times.get(game.id) ?? null}
        others={others}
        mediaBase={mediaBase()}
        gameBase={gameBase()}
      />
    </main>
  );
}
