import { listCodec } from "@/app/_components/list/list-codec";
import { LIST_QUERY } from "@/lib/progress/list-query";

/** The list's query in the URL of a player's Completion Progress page. */
export const PROGRESS_LIST = listCodec(LIST_QUERY);
