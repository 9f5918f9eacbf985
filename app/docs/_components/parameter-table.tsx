import type { z } from "zod";
import { defaultText, parameterSchema, valuesOf } from "@/lib/api-docs/json-schema";
import type { ApiParameter } from "@/lib/api-docs/route";
import styles from "./parameter-table.module.css";

interface ParameterTableProps {
  caption: string;
  parameters: readonly ApiParameter[];
}

/** Parameters with their defaults and descriptions; a narrow table has each as a block. */
export function ParameterTable({ caption, parameters }: ParameterTableProps) {
  return (
    <div className={styles.box}>
      <table className={styles.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Default</th>
            <th scope="col">Description</th>
          </tr>
        </thead>
        <tbody>
          {parameters.map((parameter) => (
            <Parameter key={parameter.name} parameter={parameter} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Parameter({ parameter }: { parameter: ApiParameter }) {
  const { name, in: place, schema, isRequired, about, meanings = {} } = parameter;
  const fallback = defaultText(schema);
  const allowed = valuesOf(schema);
  const hasMeanings = Object.keys(meanings).length > 0;
  return (
    <tr>
      <th scope="row">
        <code>{name}</code>
        {isRequired && (
          <span className={styles.required}>{place === "path" ? " in the path" : " required"}</span>
        )}
      </th>
      <td className={fallback === "" ? styles.noDefault : styles.default}>
        {fallback === "" ? "–" : <code>{fallback}</code>}
      </td>
      <td>
        {about}.{rangeOf(schema)}
        {allowed.length > 1 && (
          <ul
            className={hasMeanings ? styles.meanings : styles.values}
            aria-label={`Values of ${name}`}
          >
            {allowed.map((value) => (
              <li key={value}>
                <code>{value}</code> {meanings[value]}
              </li>
            ))}
          </ul>
        )}
      </td>
    </tr>
  );
}

/** The range of a number, if it has both bounds. */
function rangeOf(schema: z.ZodType): string {
  const { minimum, maximum } = parameterSchema(schema);
  return minimum === undefined || maximum === undefined ? "" : ` ${minimum} to ${maximum}.`;
}
