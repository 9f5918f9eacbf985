import type { z } from "zod";
import { defaultText, parameterSchema, valuesOf } from "@/lib/api-docs/json-schema";
import type { ApiParameter } from "@/lib/api-docs/route";
import styles from "./parameter-table.module.css";

interface ParameterTableProps {
  /** What the parameters are of, for who cannot see where the table stands. */
  caption: string;
  parameters: readonly ApiParameter[];
}

/** Parameters with whether they are required, what they are otherwise, and what they are for. */
export function ParameterTable({ caption, parameters }: ParameterTableProps) {
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Required</th>
          <th scope="col">Default</th>
          <th scope="col">Description</th>
        </tr>
      </thead>
      <tbody>
        {parameters.map(({ name, in: place, schema, isRequired, about, meanings = {} }) => {
          const fallback = defaultText(schema);
          const allowed = valuesOf(schema);
          return (
            <tr key={name}>
              <th scope="row">
                <code>{name}</code>
                {place === "path" && <span className={styles.place}> in the path</span>}
              </th>
              <td className={styles.required}>{isRequired ? "yes" : "no"}</td>
              <td className={styles.default}>{fallback === "" ? "–" : <code>{fallback}</code>}</td>
              <td>
                {about}.{rangeOf(schema)}
                {allowed.length > 1 && (
                  <ul
                    className={Object.keys(meanings).length > 0 ? styles.meanings : styles.values}
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
        })}
      </tbody>
    </table>
  );
}

/** Of a number: between what it has to be. */
function rangeOf(schema: z.ZodType): string {
  const { minimum, maximum } = parameterSchema(schema);
  return minimum === undefined || maximum === undefined ? "" : ` ${minimum} to ${maximum}.`;
}
