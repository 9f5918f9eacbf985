// The words of generated titles. None is meant to be the name of a real game.

/** The systems of the demo players, with RA's ids and names, and how often they are played. */
export const SYSTEMS: readonly (readonly [id: number, name: string, weight: number])[] = [
  [7, "NES/Famicom", 17],
  [3, "SNES/Super Famicom", 16],
  [1, "Genesis/Mega Drive", 13],
  [12, "PlayStation", 12],
  [5, "Game Boy Advance", 9],
  [4, "Game Boy", 8],
  [6, "Game Boy Color", 5],
  [2, "Nintendo 64", 5],
  [18, "Nintendo DS", 4],
  [27, "Arcade", 4],
  [21, "PlayStation 2", 4],
  [41, "PlayStation Portable", 3],
  [8, "PC Engine/TurboGrafx-16", 3],
  [11, "Master System", 3],
  [15, "Game Gear", 2],
  [39, "Saturn", 2],
  [40, "Dreamcast", 2],
  [25, "Atari 2600", 2],
  [38, "Apple II", 1],
  [29, "MSX", 1],
  [76, "PC Engine CD/TurboGrafx-CD", 1],
  [101, "Events", 1],
];

/** The words of a text, which has commas between them. */
const listed = (text: string): string[] => text.trim().split(/,\s+/);

export const ADJECTIVES = listed(`
  Amber, Astral, Brave, Brass, Cinder, Clockwork, Cobalt, Crimson, Crystal, Distant, Drowsy,
  Electric, Emerald, Endless, Fabled, Frozen, Gallant, Golden, Hollow, Humble, Iron, Ivory,
  Jade, Last, Little, Lost, Lunar, Midnight, Mighty, Neon, Nimble, Opal, Paper, Phantom, Quiet,
  Radiant, Rapid, Rusty, Sacred, Scarlet, Secret, Silver, Sleepless, Solar, Stormy, Super, Tin,
  Turbo, Velvet, Wandering, Wild, Winged
`);

export const NOUNS = listed(`
  Alchemist, Armada, Beacon, Bandit, Blossom, Caravan, Castle, Circuit, Citadel, Comet, Corsair,
  Courier, Dragoon, Dynamo, Eclipse, Falcon, Ferret, Fortress, Foxglove, Garden, Gladiator,
  Golem, Harbor, Harvest, Horizon, Islander, Juggler, Kingdom, Knight, Labyrinth, Lantern,
  Lagoon, Locket, Marauder, Meadow, Meteor, Mirage, Moth, Navigator, Nebula, Oracle, Orchard,
  Otter, Outlaw, Panther, Pilgrim, Prowler, Puzzle, Racer, Raven, Reef, Rider, Sentinel,
  Skyline, Sparrow, Sprinter, Summit, Tempest, Tower, Trader, Tundra, Vagabond, Valley, Voyager,
  Warden, Windmill, Wizard, Zephyr
`);

export const PLACES = listed(`
  Avalanche Peak, Brindle Bay, Château Lune, the Copper Coast, Dusk Hollow, the Ember Isles,
  Fjällheim, the Glass Desert, Höllental, Isla Niña, Jōdo Valley, the Long Night, Mount Aoi,
  Northwind, Old Harbor, Pemberley Road, Quill Street, the Seven Gates, São Mar, Tidewater,
  the Upside Town, Vesper Lake, the Wax Museum, Yūgen Forest, Zone 9
`);

export const SUBTITLES = listed(`
  The Brass Crown, Return to Port, A New Moon, Encore, The Last Ferry, Championship Edition,
  Tides of Time, Chapter Zero, The Paper War, Grand Tour, After Dark, Requiem in Blue,
  The Sleeping Giant, Overdrive, Pocket Edition, Garden of Echoes, The Other Side, World Cup
`);

export const HEROES = listed(`
  Captain Marlow, Dr. Pomelo, Ada Quick, Professor Inkwell, Ōsuke, Zoë Zenith, Baron Biscuit,
  Émile, Tora, Agent Pepper, Pip & Nell, Señor Cactus, Mina, Rolo, Kaede, Old Tom
`);

export const VERBS = listed(`
  Adventure, Quest, Rescue, Panic, Party, Rally, Golf, Pinball, Tactics
`);

export const TAGS = ["Hack", "Homebrew", "Prototype", "Unlicensed", "Demo"];

export const SUBSETS = ["Bonus", "No Damage", "Speedrun", "Professor Mode", "All Collectibles"];
