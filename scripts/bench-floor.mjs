import { readFileSync } from "node:fs";
import { createServer } from "node:http";

// One of the floors of `npm run bench`: node:http sending bytes that it has, with the headers of the answer that
// they are from. Started with a JSON file that names them by path.

const [file = "", port] = process.argv.slice(2);
/** @type {Record<string, { status: number, headers: Record<string, string>, body: string }>} */
const answers = JSON.parse(readFileSync(file, "utf8"));
const ready = new Map(
  Object.entries(answers).map(([path, { status, headers, body }]) => [
    path,
    { status, headers, body: Buffer.from(body, "base64") },
  ]),
);

createServer((request, response) => {
  const answer = ready.get(request.url ?? "");
  if (!answer) return response.writeHead(404).end();
  response.writeHead(answer.status, answer.headers).end(answer.body);
}).listen(Number(port), "127.0.0.1");
