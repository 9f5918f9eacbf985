import type { Metadata } from "next";
import { connection } from "next/server";
import type { ApiRoute } from "@/lib/api-docs/route";
import { API_ROUTES } from "@/lib/api-docs/routes";
import { toWireRow } from "@/lib/retroachievements/wire";
import { DocsFrame } from "../_components/docs-frame";
import frame from "../_components/docs-frame.module.css";
import { type Example, findExample } from "../_components/example";
import { OnSite } from "../_components/on-site";
import {
  RouteAnswerParts,
  RouteBar,
  RouteCode,
  RouteParameters,
} from "../_components/route-section";
import styles from "./page.module.css";

export const metadata: Metadata = {
  title: "User Completion Progress",
  description:
    "RetroAchievements' API_GetUserCompletionProgress at its own path, without an API key: request, answer, errors and sources.",
};

const BLOB = "https://github.com/RetroAchievements";

/** Where RetroAchievements has the code of the endpoint and of its clients, as its own documentation lists them. */
const SOURCES = [
  {
    repo: "RetroAchievements/RAWeb",
    file: "public/API/API_GetUserCompletionProgress.php",
    url: `${BLOB}/RAWeb/blob/master/public/API/API_GetUserCompletionProgress.php`,
  },
  {
    repo: "RetroAchievements/api-js",
    file: "src/user/getUserCompletionProgress.ts",
    url: `${BLOB}/api-js/blob/main/src/user/getUserCompletionProgress.ts`,
  },
  {
    repo: "RetroAchievements/api-kotlin",
    file: "src/main/kotlin/org/retroachivements/api/RetroInterface.kt",
    url: `${BLOB}/api-kotlin/blob/main/src/main/kotlin/org/retroachivements/api/RetroInterface.kt`,
  },
];

/** RetroAchievements' endpoint, in the order of RetroAchievements' own documentation of it. */
export default async function EndpointPage() {
  await connection();
  const example = await findExample();
  return (
    <DocsFrame path="/docs/endpoint">
      {API_ROUTES.filter(({ group }) => group === "drop-in").map((route) => (
        <div key={route.id} className={frame.parts}>
          <section aria-labelledby={route.id}>
            <h2 id={route.id}>
              <span id="drop-in-endpoint">Request</span>
            </h2>
            <p>{route.about}</p>
            <RouteBar route={route} example={example} />
          </section>
          <section aria-labelledby="on-site">
            <h2 id="on-site">On-site representation</h2>
            <OnSite example={example} />
          </section>
          <section aria-labelledby="parameters">
            <h2 id="parameters">Parameters</h2>
            <RouteParameters route={route} />
          </section>
          <section aria-labelledby="code">
            <h2 id="code">Code and answer</h2>
            <RouteCode route={answering(route, example)} example={example} />
            <RouteAnswerParts route={route} example={example} />
          </section>
          <Errors route={route} />
          <Sources />
        </div>
      ))}
    </DocsFrame>
  );
}

/** The route with the answer that its example request has. */
function answering(route: ApiRoute, { game, total }: Example): ApiRoute {
  return { ...route, exampleAnswer: { Count: 1, Total: total, Results: [toWireRow(game)] } };
}

function Errors({ route: { answers } }: { route: ApiRoute }) {
  const errors = Object.entries(answers).filter(([status]) => Number(status) >= 400);
  return (
    <section aria-labelledby="errors">
      <h2 id="errors">Errors</h2>
      <p>
        In RetroAchievements' format: <code>message</code> and <code>errors</code>. An unknown
        player is no error but has no games.
      </p>
      <dl className={styles.errors}>
        {errors.map(([status, { about }]) => (
          <div key={status}>
            <dt>{status}</dt>
            <dd>{about}.</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Sources() {
  return (
    <section aria-labelledby="source">
      <h2 id="source">Source</h2>
      <p>
        The endpoint and its official clients, as{" "}
        <a href="https://api-docs.retroachievements.org/v1/get-user-completion-progress.html">
          RetroAchievements' documentation
        </a>{" "}
        lists them.
      </p>
      <table className={styles.sources} aria-labelledby="source">
        <thead>
          <tr>
            <th scope="col">Repo</th>
            <th scope="col">File</th>
          </tr>
        </thead>
        <tbody>
          {SOURCES.map(({ repo, file, url }) => (
            <tr key={repo}>
              <th scope="row">{repo}</th>
              <td>
                <a href={url}>
                  <code>{file}</code>
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
