"use client";

import { useEffect, useState } from "react";
import { noteChoice, settleChoice } from "./stored-zone";
import type { zoneOptions } from "./zone-options";

interface ZoneChoiceProps {
  /** Where the form goes: the page's path, and where on it. */
  action: string;
  /** The other parameters of the page. */
  search: string;
  /** The time zone of the days. */
  zone: string;
  /** The one that the address names, by its canonical name; null: it names an unknown one. */
  asked: string | null;
  /** Why these are not the same. */
  problem?: string | undefined;
}

/**
 * The time zone of a page's days, and a form to choose another. The many zones are not in the page: the browser knows them,
 * and without JavaScript the name is typed.
 */
export function ZoneChoice({ action, search, zone, asked, problem }: ZoneChoiceProps) {
  const [options, setOptions] = useState<ReturnType<typeof zoneOptions> | null>(null);
  useEffect(() => settleChoice(asked), [asked]);
  const load = () => {
    import("./zone-options").then(
      (module) => setOptions(module.zoneOptions(zone)),
      () => undefined,
    );
  };
  return (
    <details onToggle={options ? undefined : load}>
      <summary>{problem ?? `Time zone: ${zone}`}</summary>
      <form action={action} onSubmit={noteChoice}>
        {[...new URLSearchParams(search)].map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {options ? (
          <label>
            Time zone
            <select name="tz" defaultValue={zone === "UTC" ? options.own : zone}>
              {options.zones.map((each) => (
                <option key={each}>{each}</option>
              ))}
            </select>
          </label>
        ) : (
          <label>
            Time zone
            <input name="tz" placeholder="Europe/Berlin" />
          </label>
        )}
        <button type="submit">Show</button>
      </form>
    </details>
  );
}
