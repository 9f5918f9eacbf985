import { defaultText, valuesOf } from "@/lib/api-docs/json-schema";
import { type ApiRoute, methodsOf } from "@/lib/api-docs/route";
import { samples } from "@/lib/api-docs/samples";
import { CodeTabs } from "./code-tabs";
import type { Example } from "./example";
import { FieldList } from "./field-list";
import { JsonAnswer, OtherAnswer } from "./json-answer";
import { ParameterTable } from "./parameter-table";
import { RequestBar } from "./request-bar";
import styles from "./route-section.module.css";
import { type TryField, TryIt } from "./try-it";

/** One route: its address, parameters, code, answer, and a form to try it. */
export function RouteSection({ route, example }: { route: ApiRoute; example: Example }) {
  const { id, path, title, about, parameters, bearer, shownAt } = route;
  const { site, placeholder, player: first, user, other } = example;
  // A request that would be refused is no example.
  const player = route.isAboutTwo && other === undefined ? null : first;
  // The OpenAPI document needs no explanation of its own fields.
  const fields = id === "openapi" ? undefined : route.answers[200]?.schema;
  const verb = methodsOf(route)
    .map((method) => method.toUpperCase())
    .join(", ");
  return (
    <section aria-labelledby={id} className={styles.route}>
      <h3 id={id}>{title}</h3>
      <RequestBar verb={verb} path={path} site={site} placeholder={placeholder} />
      <p>{about}</p>
      {parameters.length > 0 && (
        <ParameterTable caption={`Parameters of ${title}`} parameters={parameters} />
      )}
      <div className={styles.sides}>
        <CodeTabs
          id={`code-${id}`}
          label={`Code for ${title}`}
          remember="docs-language"
          samples={samples(route, site, user, other)}
          placeholder={placeholder}
        />
        <Answer route={route} />
      </div>
      {isJson(route) && bearer === undefined && (
        <TryIt id={id} path={path} parameters={parameters.map((each) => fieldOf(each, example))} />
      )}
      {fields && <FieldList schema={fields} />}
      <p className={styles.links}>
        {player && bearer === undefined && (
          <a href={route.example(player.name, other)}>Open this request</a>
        )}
        {shownAt && (
          <span>
            On the site:{" "}
            {player ? <a href={shownAt.path(player.name, other)}>{shownAt.text}</a> : shownAt.text}
          </span>
        )}
      </p>
    </section>
  );
}

const isJson = ({ answers }: ApiRoute) => answers[200]?.types[0] === "application/json";

/** What comes for the code beside it. */
function Answer({ route: { answers, exampleAnswer } }: { route: ApiRoute }) {
  const { about = "", types = [] } = answers[200] ?? {};
  const label = `200 · ${types.join(" or ")}`;
  return exampleAnswer === undefined ? (
    <OtherAnswer label={label} about={about} />
  ) : (
    <JsonAnswer label={label} value={exampleAnswer} />
  );
}

function fieldOf(
  { name, in: place, schema, isRequired = false }: ApiRoute["parameters"][number],
  { player, other }: Example,
): TryField {
  const user = player?.name ?? "";
  const initials: Record<string, string> = {
    user,
    u: user,
    users: [user, other].filter(Boolean).join(","),
    url: player ? `/user/${user}` : "",
  };
  return {
    name,
    in: place,
    isRequired,
    initial: initials[name] ?? "",
    fallback: defaultText(schema),
    values: valuesOf(schema),
  };
}
