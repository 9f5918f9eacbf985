import type { ListLanguage } from "@/app/_components/list/list-language";
import {
  DEFAULT_LIST_QUERY,
  LIST_PARAMETERS,
  type ListQuery,
  listQueryToSearch,
  parseListQuery,
} from "@/lib/progress/list-query";

/** How a player's page tells which games its list has. */
export const PROFILE_LIST: ListLanguage<ListQuery> = {
  parameters: LIST_PARAMETERS,
  all: DEFAULT_LIST_QUERY,
  parse: parseListQuery,
  toSearch: listQueryToSearch,
};
