/**
 * Answers Next's router, which asks for a page in a form of its own: 404. The router then loads the page as a
 * document.
 */
export function GET(): Response {
  return new Response("Pages are there as HTML only.", {
    status: 404,
    headers: { "Cache-Control": "no-store" },
  });
}
