import { typedUser } from "@/lib/domain/typed-user";
import { SHORT_CACHE_CONTROL } from "@/lib/http/cache-headers";

/** Where the search form leads: the page of the player whose name, or whose page's address, was typed. */
export function GET(request: Request): Response {
  const user = typedUser(new URL(request.url).searchParams.get("user") ?? "");
  return new Response(null, {
    status: 303,
    headers: {
      "Cache-Control": SHORT_CACHE_CONTROL,
      Location: user === "" ? "/" : `/user/${encodeURIComponent(user)}`,
    },
  });
}
