import { z } from "zod";
import { canonicalZone } from "@/lib/domain/time-zones";

/** The option `tz` of a card that shows days: any name of a time zone, read as its name of today. */
export const zoneOption = {
  options: {
    tz: z
      .string()
      .max(40)
      .transform((name, context) => {
        const zone = canonicalZone(name);
        if (zone === null) context.addIssue("No time zone");
        return zone ?? "UTC";
      })
      .default("UTC"),
  },
  optionsAbout: { tz: "Time zone of the days, such as Europe/Berlin" },
};
