import type { ListCodec } from "@/app/_components/list/list-codec";
import {
  DEFAULT_LIST_QUERY,
  LIST_PARAMETERS,
  type ListQuery,
  listQueryToSearch,
  parseListQuery,
} from "@/lib/progress/list-query";

/** The list's query in the URL of a player's page. */
export const PROFILE_LIST: ListCodec<ListQuery> = {
  parameters: LIST_PARAMETERS,
  all: DEFAULT_LIST_QUERY,
  parse: parseListQuery,
  toSearch: listQueryToSearch,
};
