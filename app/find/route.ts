import { typedUser } from "@/lib/domain/typed-user";
import { SHORT_CACHE_CONTROL } from "@/lib/http/cache-headers";

/**
 * The target of the search forms: the page of the player whose name, or whose page's address, was typed; with
 * `for=cards` that player's card builder.
 */
export function GET(request: Request): Response {
  const { searchParams } = new URL(request.url);
  const user = typedUser(searchParams.get("user") ?? "");
  const page = `/user/${encodeURIComponent(user)}${searchParams.get("for") === "cards" ? "/embed" : ""}`;
  return new Response(null, {
    status: 303,
    headers: { "Cache-Control": SHORT_CACHE_CONTROL, Location: user === "" ? "/" : page },
  });
}
