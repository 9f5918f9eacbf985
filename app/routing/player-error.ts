import { type AskedPlayers, playerErrorValues } from "@/app/errors/page-values";
import { errorKind } from "@/lib/domain/error-kinds";
import type { UpstreamError } from "@/lib/domain/upstream-error";
import { retryHeaders } from "@/lib/http/retry-headers";
import { notFoundCacheControl, writeErrorPage } from "./answers";

/** Answers with the error page about players who cannot be shown. */
export function showPlayerError(
  asked: URL,
  { code, retryAfterSeconds }: UpstreamError,
  players: AskedPlayers,
): Promise<Response> {
  const { status, isLasting } = errorKind(code);
  const retry = isLasting ? {} : retryHeaders({ code, retryAfterSeconds });
  const seconds = Number(retry["Retry-After"] ?? 0);
  const values = playerErrorValues(code, seconds, players);
  // A name that cannot exist is a page that does not exist.
  const pageStatus = code === "invalid-user" ? 404 : status;
  return writeErrorPage(asked, code, values, pageStatus, {
    "Cache-Status": `Longplay; detail=${code}`,
    "X-Robots-Tag": "noindex",
    "Cache-Control": isLasting ? notFoundCacheControl(asked) : "no-store",
    ...retry,
  });
}
