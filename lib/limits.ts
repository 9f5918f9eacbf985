/**
 * Every bound of this site in one place: what is kept, read, queued or waited for is never more than
 * this, whatever strangers or RA send. SECURITY.md says what they are for.
 */
export const LIMITS = {
  // What RA sends.
  /** Bytes of RA's list, decompressed: what stands around its rows, and each row that was asked for. RA's take 400. */
  listBytes: 16 * 1024,
  listRowBytes: 4 * 1024,
  /** Bytes of RA's profile, decompressed: it takes 600. */
  profileBytes: 64 * 1024,
  /** Values in RA's JSON: around the rows, or in a profile, and in each row; and how deep they lie in each other. */
  answerValues: 256,
  listRowValues: 64,
  answerDepth: 16,
  /** Bytes of one image from RA's media host. */
  imageBytes: 1024 * 1024,
  /** Games of one player; a `Total` above it is no answer of RA. */
  games: 50_000,
  /** Letters of a title, a motto or a system's name. */
  textLength: 500,
  /** The longest that RA's `Retry-After` can stop this site for, and that anybody is told to wait. */
  retryAfterSeconds: 900,
  /** All requests of one load together, in milliseconds. */
  loadMs: 25_000,
  /** Pages of one load that may be asked for a second time. */
  retriesOfALoad: 3,

  // What strangers send.
  /** Bytes of a request's body; nothing here needs more. */
  requestBodyBytes: 4 * 1024,
  /** Client addresses whose requests are counted; the one seen longest ago goes first. */
  clients: 10_000,

  // Players.
  /** Games of decoded players in a process's memory, all players together: some 100 MB. */
  gamesInMemory: 200_000,
  /** Names, and users known not to exist, in a process's memory. */
  usersInMemory: 10_000,
  /** How many loads of players a process has under way or waiting; the next one is told to come back. */
  loadsUnderWay: 500,
  /** How long another instance's load is waited for, in milliseconds. */
  loadWaitMs: 30_000,
  /** How many requests to the rate limiter wait in a process. */
  acquiresWaiting: 200,
  /** The names that PLAYERS may list. */
  servedPlayers: 50,
  /** The names that HIDDEN_PLAYERS may list. */
  hiddenPlayers: 50,
  /** The names that WATCHED_PLAYERS may list; and players who were looked at lately and are checked for it. */
  alwaysWatched: 50,
  watchedPlayers: 5000,
  /** Pages of the store's keys that are gone through to find them. */
  watchedKeyPages: 2000,
  /**
   * Players whom one run checks, and how long it begins with another, in milliseconds: with the longest load after
   * that it is to be over within the minute that a cron's function has.
   */
  watchedARun: 50,
  watchRunMs: 25_000,
  /** The players that the home page shows, and so the names that EXAMPLE_PLAYERS may list. */
  examplePlayers: 6,

  // Answers about players.
  /** Bytes of the answers that are kept of all routes below a player's URL, and of one. */
  answersBytes: 32 * 1024 * 1024,
  answerBytes: 2 * 1024 * 1024,
  /**
   * Pages of which Next remembers how long they are good for: more than there can be in its memory, which
   * next.config.mjs bounds.
   */
  pageLifetimes: 5000,

  // The log.
  /** Lines of one kind; a line when the minute is over tells how many were left out. */
  logLinesPerMinute: 120,
  /** Letters of an unexpected error's message, and of its stack. */
  logTextLength: 2000,
  /** Letters of what a store said when it did not do a command. */
  storeAnswerLength: 200,

  // Cards and their images.
  /** How long a card may take, from request to answer, in milliseconds: image proxies give up soon after. */
  cardMs: 2400,
  /** Of it, how long the player is waited for. */
  cardPlayerMs: 1500,
  /** Of it, how long images are waited for; those that come later are there for the next card. */
  cardImagesMs: 700,
  /** Bytes of cards that were drawn, in a process's memory. */
  cardBytes: 32 * 1024 * 1024,
  /** How many URLs of cards are remembered with what they ask for, and how long their file and query may be. */
  cardUrls: 2000,
  cardUrlCharacters: 500,
  /** Characters of letters' outlines that are kept, and locales whose numbers and dates are kept ready. */
  glyphCharacters: 2_000_000,
  cardLocales: 50,
  /** Names of options that a card was not drawn by: how many are told, and how long each may be. */
  leftOutOptions: 10,
  leftOutOptionCharacters: 30,
  /** PNGs that are drawn at once, and that wait to be; the next one is told to come back. */
  pngsDrawnAtOnce: 2,
  pngsWaiting: 32,
  /** Pixels of one PNG; a scale that would make more is lowered. They take four bytes each while it is drawn. */
  pngPixels: 4_000_000,
  /** Bytes of images for cards in a process's memory, and of one as a data URI: it is made small. */
  imagesBytes: 16 * 1024 * 1024,
  storedImageCharacters: 24 * 1024,
  /** Images that could not be loaded and are not tried again for a minute. */
  imagesFailed: 5000,
  /** Images that are fetched at once, that are made small at once, and that are under way in all. */
  imagesFetchedAtOnce: 4,
  imagesShrunkAtOnce: 2,
  imagesUnderWay: 200,

  // Histories.
  /** Games of heads, of open days and of days that are over in a process's memory, of each of the three. */
  historyGamesInMemory: 100_000,
  /** Games of states that the store could not take yet; the oldest state is forgotten. */
  historyGamesWaiting: 200_000,
  /** Players of whom a process begins a history in a day: what is kept of them has no end. */
  historiesBegunADay: 1000,
  /** Days of a history that one request may ask for. */
  historyDaysAsked: 366,
  /** Days that are read in one command. */
  historyDaysAtOnce: 100,

  // The store.
  /** Keys of a page of those that begin with a prefix; Redis takes it as a hint. */
  storeKeysAPage: 1000,
  /** Writes to the folder of what is kept that wait, and that are made at once. */
  keptWritesWaiting: 500,
  keptWritesAtOnce: 16,
  /** How long that folder is waited for when it is opened, in milliseconds. */
  keptOpenMs: 3000,

  // The store within the process.
  embeddedStoreBytes: 64 * 1024 * 1024,
  embeddedStoreEntries: 10_000,

  // Connections.
  /** How long an idle one stays open, in milliseconds: longer than clients and load balancers keep one, mostly 60 s. */
  keepAliveMs: 75_000,

  // Stopping.
  /**
   * How long after a signal what is under way may take to end, in milliseconds. A busy process can be seconds late, and
   * it is to end within ten.
   */
  stopMs: 7000,
  /** How long after a signal requests on open connections are still answered, in milliseconds. */
  stopServingMs: 2000,
} as const;
