/** Where the search form leads: the page of the player whose name was typed. */
export function GET(request: Request): Response {
  const user = new URL(request.url).searchParams.get("user")?.trim() ?? "";
  return new Response(null, {
    status: 303,
    headers: { Location: user === "" ? "/" : `/user/${encodeURIComponent(user)}` },
  });
}
