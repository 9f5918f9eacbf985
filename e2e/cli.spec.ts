import { installCommand } from "@/lib/cli/test-command";
import { expect, settings, test } from "./support/fixtures";
import { aWirePlayer } from "./support/wire-player";

const CARDS = [
  "summary.svg?theme=dark",
  "recent.svg",
  "versus-Cmdother.svg",
  "story.svg?locale=uk",
];

test("the command writes the SVG that a site answers, but for images", {
  tag: "@check",
}, async ({ request, standIn, redis }) => {
  standIn.setPlayer(aWirePlayer({ name: "Cmdplayer", games: 80 }));
  standIn.setPlayer(aWirePlayer({ name: "Cmdother", games: 30, seed: 3 }));
  const command = await installCommand();
  try {
    for (const card of CARDS) {
      const answered = await request.get(`/user/Cmdplayer/cards/${card}`);
      expect(answered.headers()["x-longplay-error"], card).toBeUndefined();
      const [file = "", query = ""] = card.split("?");
      const options = [...new URLSearchParams(query)].flatMap(([name, value]) => [
        `--${name}`,
        value,
      ]);
      const { code, stdout } = await command.run(
        ["card", file.replace(".svg", ""), "--user", "Cmdplayer", ...options],
        settings(standIn, redis),
      );
      expect(code, card).toBe(0);
      expect(withoutImages(stdout) === withoutImages(await answered.text()), card).toBe(true);
    }
  } finally {
    command.remove();
  }
});

function withoutImages(svg: string): string {
  return svg.replace(/href="data:[^"]*"/g, 'href=""');
}
