import { USER } from "@/lib/api-docs/common";
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

interface RouteProps {
  route: ApiRoute;
  example: Example;
}

/** One route: its address and purpose, and all else folded. */
export function RouteSection({ route, example }: RouteProps) {
  const { id, title, about, parameters } = route;
  const names = parameters.filter((each) => each !== USER).map(({ name }) => name);
  return (
    <section aria-labelledby={id} className={styles.route}>
      <h3 id={id}>{title}</h3>
      <p>{about}</p>
      <RouteBar route={route} example={example} />
      <details className={styles.fold}>
        <summary>
          Details
          {names.length > 0 && <span className={styles.names}>: {names.join(", ")}</span>}
        </summary>
        <div className={styles.details}>
          <RouteParameters route={route} />
          <RouteCode route={route} example={example} />
          <RouteAnswerParts route={route} example={example} />
        </div>
      </details>
    </section>
  );
}

/** A route's methods and path, to copy. */
export function RouteBar({ route, example: { site, placeholder } }: RouteProps) {
  const verb = methodsOf(route)
    .map((method) => method.toUpperCase())
    .join(", ");
  return <RequestBar verb={verb} path={route.path} site={site} placeholder={placeholder} />;
}

/** A route's parameters, except the user in the path, who is the same for all. */
export function RouteParameters({ route: { title, parameters } }: { route: ApiRoute }) {
  const own = parameters.filter((each) => each !== USER);
  if (own.length === 0) return null;
  return <ParameterTable caption={`Parameters of ${title}`} parameters={own} />;
}

/** A request in several languages, and its answer. */
export function RouteCode({ route, example }: RouteProps) {
  const { id, title } = route;
  const { site, placeholder, user, other } = example;
  return (
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
  );
}

/** The fields of the answer, a form to try the route, and links to a live answer and to the page with the same data. */
export function RouteAnswerParts({ route, example }: RouteProps) {
  const { id, path, parameters, bearer, shownAt } = route;
  const { player: first, other } = example;
  // A comparison with an unknown second player would be refused.
  const player = route.isAboutTwo && other === undefined ? null : first;
  const fields = FAMILIAR.has(id) ? undefined : route.answers[200]?.schema;
  return (
    <>
      {fields && <FieldList schema={fields} />}
      {isJson(route) && bearer === undefined && (
        <TryIt id={id} path={path} parameters={parameters.map((each) => fieldOf(each, example))} />
      )}
      {player && bearer === undefined && (
        <p className={styles.links}>
          <a href={route.example(player.name, other)}>Open this request</a>
          {shownAt && <a href={shownAt.path(player.name, other)}>{shownAt.text}</a>}
        </p>
      )}
    </>
  );
}

/** Routes whose fields are a standard, or those of another route. */
const FAMILIAR: ReadonlySet<string> = new Set(["openapi", "list-json"]);

const isJson = ({ answers }: ApiRoute) => answers[200]?.types[0] === "application/json";

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
