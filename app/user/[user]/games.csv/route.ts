import { gamesToCsv } from "@/lib/exports/csv";
import { listResponse } from "@/lib/http/list-response";

interface Context {
  params: Promise<{ user: string }>;
}

/** All games that the page's query finds, for a spreadsheet. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return listResponse(
    request,
    (await params).user,
    ({ profile }) => ({
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${profile.name}.csv"`,
    }),
    ({ found }) => gamesToCsv(found),
  );
}
