import type { ApiRoute } from "./route";

/** A request in one language. */
export interface Sample {
  name: string;
  text: string;
}

const RETROACHIEVEMENTS = "https://retroachievements.org";

/** The tabs of all samples; NodeJS uses the official package. */
const CURL = "curl";
const NODE = "NodeJS";
const FETCH = "fetch";
const KOTLIN = "Kotlin";

/**
 * A route's example request as runnable code.
 *
 * @param site the site's public URL without a trailing slash
 * @param other the second player of a route about two
 */
export function samples(route: ApiRoute, site: string, user: string, other?: string): Sample[] {
  const url = site + route.example(user, other);
  if (route.id === "drop-in") return dropIn(url, site, user);
  const isJson = route.answers[200]?.types.includes("application/json");
  if (!isJson || route.bearer !== undefined) return [curl(url, route.bearer)];
  return [
    curl(url),
    ...(route.id === "completion-progress" ? [typed(url)] : []),
    fetched(url),
    { name: KOTLIN, text: `import java.net.URI\n\nval json = URI("${url}").toURL().readText()` },
  ];
}

/** @param bearer the environment variable of a token to send */
function curl(url: string, bearer?: string): Sample {
  const token = bearer === undefined ? "" : `-H "Authorization: Bearer $${bearer}" `;
  return { name: CURL, text: `curl ${token}"${url}"` };
}

const fetched = (url: string): Sample => ({
  name: FETCH,
  text: `const response = await fetch("${url}");
if (!response.ok) throw new Error((await response.json()).detail);
console.log(await response.json());`,
});

/** The answer has the type of the official package. */
const typed = (url: string): Sample => ({
  name: NODE,
  text: `/** @type {import("@retroachievements/api").UserCompletionProgress} */
const progress = await (await fetch("${url}")).json();
console.log(progress.results[0].title);`,
});

function dropIn(url: string, site: string, user: string): Sample[] {
  return [
    curl(url),
    {
      name: NODE,
      text: `import { buildAuthorization, getUserCompletionProgress } from "@retroachievements/api";

// The package has a fixed address: send its requests here instead.
const send = globalThis.fetch;
globalThis.fetch = (url, init) =>
  send(String(url).replace("${RETROACHIEVEMENTS}", "${site}"), init);

const authorization = buildAuthorization({ username: "none", webApiKey: "none" });
const progress = await getUserCompletionProgress(authorization, { username: "${user}", count: 1 });
console.log(progress.results[0].title);`,
    },
    {
      name: FETCH,
      text: `const response = await fetch("${url}");
const { Total, Results, message } = await response.json();
if (!response.ok) throw new Error(message);
console.log(Total, Results);`,
    },
    {
      name: KOTLIN,
      text: `import org.retroachivements.api.RetroInterface
import org.retroachivements.api.core.CoreClient
import org.retroachivements.api.data.RetroCredentials

val client = CoreClient(RetroCredentials("none", "none"), "${site}/")
val api = client.retroClient.create(RetroInterface::class.java)
val progress = api.getUserCompletionProgress("${user}", maxRecords = 1)`,
    },
  ];
}
