import { badge } from "@/lib/cards/badge";
import { listResponse } from "@/lib/http/list-response";

interface Context {
  params: Promise<{ user: string }>;
}

/** A badge for shields.io's endpoint: `?show=mastered|beaten|completed|played|points`. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const show = new URL(request.url).searchParams.get("show") ?? "";
  return listResponse(
    request,
    (await params).user,
    () => ({ "Content-Type": "application/json", "Access-Control-Allow-Origin": "*" }),
    ({ found }, player) => JSON.stringify(badge(player, found, show)),
  );
}
