/**
 * The bounds of the server: whatever strangers or RA send, no more than this is cached, read, queued or waited for.
 * SECURITY.md says what they protect. Elsewhere are:
 *
 * - what a URL can ask for, such as the width of a card: with its parameter;
 * - how much of a list or a text is shown: with the page, card or feed;
 * - bounds of what browsers run too (lib/progress, lib/compare, lib/views): this table would be sent to them;
 * - how often and when something is tried again, and how long a lock is held: with what is tried;
 * - how long something is cached: in lib/cache-times.ts.
 */
export const LIMITS = {
  // What RA sends.
  /** Bytes of RA's list, decompressed: of all but its rows, and of each row that was asked for. RA's rows take 400. */
  listBytes: 16 * 1024,
  listRowBytes: 4 * 1024,
  /** Bytes of RA's profile, decompressed: it takes 600. */
  profileBytes: 64 * 1024,
  /** Bytes of RA's "no such player": it is a short piece of JSON. */
  notFoundBytes: 1024,
  /** Bytes of an error of API v2: it is a short document. */
  v2ErrorBytes: 16 * 1024,
  /** Values in RA's JSON: of all but the rows, or of a profile, and of each row; and how deep they are nested. */
  answerValues: 256,
  listRowValues: 64,
  answerDepth: 16,
  /** Bytes of one image from RA's media host, and its pixels when it is decoded. */
  imageBytes: 1024 * 1024,
  imagePixels: 4096 * 4096,
  /** Rows in one answer of API_GetUserCompletionProgress: RA's own maximum. */
  upstreamPageSize: 500,
  /** Rows in one answer of API_GetAchievementsEarnedBetween: RA's own maximum, below which an answer is the last one. */
  unlocksPageSize: 500,
  /** Bytes of such an answer, decompressed, and values in it. RA's rows take 600; more than 500 would still be read. */
  unlocksBytes: 4 * 1024 * 1024,
  unlocksValues: 120_000,
  /** Answers of that kind that are read in a row. */
  unlocksPages: 600,
  /** Games in one call of API_GetUserProgress, and bytes and values of each in the answer: RA's take 170, and 6. */
  pointsGames: 500,
  pointsGameBytes: 1024,
  pointsGameValues: 16,
  /** Achievements of one game, and bytes and values of API_GetGameInfoAndUserProgress: RA's take 600 and 25 for each. */
  achievements: 4000,
  gameBytes: 4 * 1024 * 1024,
  gameValues: 120_000,
  /** Opened games that are being loaded, or written to the store; and achievements in a process's memory: some 40 MB. */
  gameLoadsUnderWay: 100,
  achievementsInMemory: 100_000,
  /** How long a page waits for a game's achievements, in milliseconds. */
  gameWaitMs: 3000,
  /** Bytes and values of API_GetUserAwards, which has no pages: 300 and 10 for each award. */
  awardsBytes: 8 * 1024 * 1024,
  awardsValues: 300_000,
  /** Unlocks that are kept of one player; of years before that, sums only. */
  unlocks: 200_000,
  /** Of these at most as many of one year: with their titles they fit into a megabyte, the most that a store takes. */
  unlocksAYear: 25_000,
  /** Unlocks that a page reads to count them by the days of a time zone: some 40 kB. Of more it shows the days of UTC. */
  unlocksOnPage: 8000,
  /** Calls to RA of one player's turn to be filled up, after which what was read is stored. */
  fillingCallsATurn: 10,
  /** How long such turns begin after an answer, and behind the daily check, in milliseconds. */
  fillingRunMs: 10_000,
  /** Players who wait for a turn. */
  fillingWaiting: 1000,
  /** Days with unlocks, unlocks, and titles in a process's memory, all players together: some 30, 30 and 20 MB. */
  unlockDaysInMemory: 250_000,
  unlocksInMemory: 250_000,
  unlockNamesInMemory: 100_000,
  /** Games with times in a process's memory, all players together: some 25 MB. */
  timesInMemory: 100_000,
  /** Bytes of a stored value of a player's unlocks or times, decompressed. */
  filledBytes: 16 * 1024 * 1024,
  /** Players whose ranks are in a process's memory, and how many are being loaded. */
  ranksInMemory: 2000,
  ranksUnderWay: 50,
  /** Badges of one player; badges in a process's memory, some 4 MB; and players whose badges are being loaded. */
  badgesOfAPlayer: 500,
  badgesInMemory: 20_000,
  awardsUnderWay: 50,
  /** Rows in one page of API v2: its own maximum. */
  v2PageSize: 100,
  /** Bytes of such a page, decompressed, and values in it. A row with what it includes takes 1,500 bytes and 50 values. */
  v2PageBytes: 2 * 1024 * 1024,
  v2PageValues: 40_000,
  /** Pages of that kind that are read in a row. */
  v2Pages: 600,
  /** Games whose times are kept of one player: they fit into a megabyte, the most that a store takes. */
  timesOfAPlayer: 25_000,
  /** Calls to API v2 a minute, all servers together, where no setting says otherwise: RA's own maximum for a key. */
  v2CallsPerMinute: 60,
  /** Games of one player: RA has no account with a larger `Total`. */
  games: 50_000,
  /** Characters of a title, a motto, a rich presence message or a system's name. */
  textLength: 500,
  /** The longest pause in seconds, whether RA's `Retry-After` asks this site for it or this site asks a client. */
  retryAfterSeconds: 900,
  /** Time for all requests of one load together, in milliseconds. */
  loadMs: 25_000,
  /** Pages of one load that are requested at the same time, and pages that may be requested a second time. */
  pagesAtOnce: 4,
  retriesOfALoad: 3,

  // What strangers send.
  /** Bytes of a request's body: the largest form of this site is smaller. */
  requestBodyBytes: 4 * 1024,
  /** Client addresses whose requests are counted, least recently used evicted; and characters of one. */
  clients: 10_000,
  clientAddressCharacters: 64,

  // Players.
  /** Games of decoded players in a process's memory, all players together: some 100 MB. */
  gamesInMemory: 200_000,
  /** Names in a process's memory, and as many users who do not exist. */
  usersInMemory: 10_000,
  /** Loads of players that run or wait in a process; further ones are refused. */
  loadsUnderWay: 500,
  /** How long a load waits for one of another instance, in milliseconds. */
  loadWaitMs: 30_000,
  /** Loads of a process that wait for the rate limiter. */
  acquiresWaiting: 200,
  /** Names in PLAYERS. */
  servedPlayers: 50,
  /** Names in HIDDEN_PLAYERS. */
  hiddenPlayers: 50,
  /** Names in WATCHED_PLAYERS; and recently viewed players that are checked daily. */
  alwaysWatched: 50,
  watchedPlayers: 5000,
  /** Pages of the store's keys that are read to list those players. */
  watchedKeyPages: 2000,
  /**
   * Players that one run of the daily check reads, and how long it starts new ones, in milliseconds: with the longest
   * load after that, it ends within the minute that a cron's function has.
   */
  watchedARun: 50,
  watchRunMs: 25_000,
  /** How long all of a cron's run may take to begin its last call to RA, in milliseconds. */
  cronRunMs: 45_000,
  /** Players on the home page, and so names in EXAMPLE_PLAYERS. */
  examplePlayers: 6,

  // Answers about players.
  /** Bytes of cached responses of all routes in all their encodings, and of one response before it is compressed. */
  answersBytes: 32 * 1024 * 1024,
  answerBytes: 2 * 1024 * 1024,
  /** Bodies that are compressed by gzip at the same time, and that wait; further ones are sent as they are. */
  gzipsAtOnce: 2,
  gzipsWaiting: 64,
  /** Bodies that wait for brotli, which makes one at a time; further ones have gzip only. */
  brotlisWaiting: 32,
  /** Bytes of cached pages in all their encodings, and of one page before it is compressed. */
  pagesBytes: 64 * 1024 * 1024,
  pageBytes: 2 * 1024 * 1024,
  /** Pages that are rendered for the cache at the same time, and how long one may take, in milliseconds. */
  pagesRendering: 100,
  pageRenderMs: 30_000,

  // The log.
  /** Lines a minute of one kind of event; a last line says how many were left out. */
  logLinesPerMinute: 120,
  /** Characters of an unexpected error's message, and of its stack. */
  logTextLength: 2000,
  /** Characters of a store's error message. */
  storeAnswerLength: 200,

  // Cards and their images.
  /** Time for a card from request to response, in milliseconds: image proxies give up soon after. */
  cardMs: 2400,
  /** Of that, how long a card waits for its player. */
  cardPlayerMs: 1500,
  /** Of that, how long a card waits for images; later ones are in memory for the next card. */
  cardImagesMs: 700,
  /** Bytes of drawn cards in a process's memory. */
  cardBytes: 32 * 1024 * 1024,
  /** URLs of cards that are remembered with the options they name, and characters of their file and query. */
  cardUrls: 2000,
  cardUrlCharacters: 500,
  /** Characters of cached glyph outlines, and locales with cached number and date formats. */
  glyphCharacters: 2_000_000,
  cardLocales: 50,
  /** Names of ignored options that a card's header lists, and characters of each. */
  leftOutOptions: 10,
  leftOutOptionCharacters: 30,
  /** PNGs that are drawn at the same time, and that wait; further ones are refused. */
  pngsDrawnAtOnce: 2,
  pngsWaiting: 32,
  /** Cards that one run of the command draws, and characters of the list that names them. */
  listedCards: 100,
  cardListCharacters: 64 * 1024,
  /** Pixels of one PNG; a larger scale is lowered. A pixel takes four bytes while it is drawn. */
  pngPixels: 4_000_000,
  /** Bytes of images for cards in a process's memory, and characters of one as a data URI: images are shrunk. */
  imagesBytes: 16 * 1024 * 1024,
  storedImageCharacters: 24 * 1024,
  /** Bytes of an image that the command embeds as RA sends it; a larger one is left out. */
  unshrunkImageBytes: 24 * 1024,
  /** Bytes of what git writes for the action, such as a picture that it reads. */
  gitOutputBytes: 16 * 1024 * 1024,
  /** Images that could not be loaded and are not tried again for a minute. */
  imagesFailed: 5000,
  /** Images that are fetched at the same time, that are shrunk at the same time, and all that run or wait. */
  imagesFetchedAtOnce: 4,
  imagesShrunkAtOnce: 2,
  imagesUnderWay: 200,

  // Histories.
  /** Games in a process's memory: of heads, of open days and of past days each. */
  historyGamesInMemory: 100_000,
  /** Games of snapshots that wait for the store; the oldest snapshot is dropped. */
  historyGamesWaiting: 200_000,
  /** Histories that a process starts a day: they have no expiry. */
  historiesBegunADay: 1000,
  /** Days of a history in one response. */
  historyDaysAsked: 366,
  /** Days that one command of the store reads. */
  historyDaysAtOnce: 100,

  // The store.
  /** Bytes of a stored player, decompressed. */
  storedPlayerBytes: 64 * 1024 * 1024,
  /** Keys in a page of a listing by prefix; for Redis it is a hint. */
  storeKeysAPage: 1000,
  /** Writes that wait for LevelDB, and that it makes at the same time. */
  keptWritesWaiting: 500,
  keptWritesAtOnce: 16,
  /** How long opening LevelDB may take, in milliseconds. */
  keptOpenMs: 3000,

  // The store within the process.
  embeddedStoreBytes: 64 * 1024 * 1024,
  embeddedStoreEntries: 10_000,

  // Connections.
  /** How long an idle one stays open, in milliseconds: longer than clients and load balancers keep one, mostly 60 s. */
  keepAliveMs: 75_000,

  // Stopping.
  /**
   * How long requests may still run after a signal, in milliseconds. A busy process can be seconds late, and has to end
   * within ten.
   */
  stopMs: 7000,
  /** How long new requests on open connections are still answered after a signal, in milliseconds. */
  stopServingMs: 2000,
  /** How long a process that has started makes itself warm, in milliseconds. */
  warmUpMs: 10_000,
} as const;
