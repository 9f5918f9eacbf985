import { Fragment } from "react";

/** A name such as `SNES/Super Famicom`, which may go on in another line after its slash. */
export function withLineBreaks(name: string) {
  const [first, ...more] = name.split("/");
  return (
    <span>
      {first}
      {more.map((part) => (
        <Fragment key={part}>
          /<wbr />
          {part}
        </Fragment>
      ))}
    </span>
  );
}
