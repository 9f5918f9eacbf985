import { expect, test, vi } from "vitest";
import { aGame, aPlayer } from "@/lib/domain/test-games";
import { loadPlayer } from "@/lib/players/load-player";
import { GET } from "./route";

vi.mock("@/lib/players/load-player", () => ({ loadPlayer: vi.fn() }));

test("a library of many pages is one file with all of its games", async () => {
  const games = Array.from({ length: 250 }, () => aGame());
  vi.mocked(loadPlayer).mockResolvedValue({
    player: aPlayer(games),
    state: "hit",
    ageSeconds: 0,
    refreshError: null,
  });
  const response = await GET(new Request("http://site.example/user/anna/games.csv?page=2"), {
    params: Promise.resolve({ user: "anna" }),
  });
  expect(response.headers.get("Content-Type")).toBe("text/csv; charset=utf-8");
  // Its first line names the columns, and after the last line end there is nothing.
  expect((await response.text()).split("\r\n")).toHaveLength(games.length + 2);
});
