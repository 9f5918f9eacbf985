import { typedUser } from "@/lib/domain/typed-user";

/** Where the search form leads: the page of the player whose name, or whose page's address, was typed. */
export function GET(request: Request): Response {
  const user = typedUser(new URL(request.url).searchParams.get("user") ?? "");
  return new Response(null, {
    status: 303,
    headers: { Location: user === "" ? "/" : `/user/${encodeURIComponent(user)}` },
  });
}
