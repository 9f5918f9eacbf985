/**
 * What Next's router is told when it asks for a player's page in its own form: nothing. It then loads
 * the page as any browser does.
 */
export function GET(): Response {
  return new Response("Pages are there as HTML only.", {
    status: 404,
    headers: { "Cache-Control": "no-store" },
  });
}
