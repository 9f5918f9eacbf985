import { useState } from "react";
import { TextField } from "./builder-fields";
import type { BuilderState } from "./card-choice";

/** The field for the time zone of a card's days. The browser suggests the zones that it knows. */
export function ZoneField({ typed, checked }: BuilderState) {
  const [zones, setZones] = useState<string[]>([]);
  return (
    <TextField
      name="tz"
      label="Time zone"
      error={checked.bad.tz}
      list="zones"
      maxLength={40}
      placeholder="UTC"
      defaultValue={typed.tz}
      spellCheck={false}
      autoCapitalize="off"
      onFocus={() => setZones(Intl.supportedValuesOf("timeZone"))}
    >
      <datalist id="zones">
        {zones.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </TextField>
  );
}
