/**
 * Where a kernel that notes names keeps what, in bytes from the beginning of its memory, and how much there may be: the one thing that
 * the engine and the kernel's own source (`server/kernel`) have to agree about.
 */

/** Names of one stretch; a text with more is none that people look for names in. */
export const maxKeys = 1 << 19;
/** Blocks of all names together. */
export const maxPlaces = 1 << 22;

/** Of each key, by its lowest bits after {@link homeShift}, the position of its name plus one; in the next slots where others stand there. */
export const nameSlotsAt = 0x10000;
export const slotBits = 20;
export const homeShift = 12;
/** Slots looked at for one name; only names that were made to share their slots need so many. */
export const mostProbes = 1024;

/** Names in the order in which they were met: key, how many places it has, the block that was noted last. */
export const namesAt = nameSlotsAt + (4 << slotBits);
export const nameParts = 3;
export const countPart = 1;
export const blockPart = 2;

/** Places as they were met: their blocks, and whose they are. */
export const nameBlocksAt = namesAt + 4 * nameParts * maxKeys;
export const nameOwnersAt = nameBlocksAt + 2 * maxPlaces;

/** Lines that names are looked for in. */
export const nameLinesAt = nameOwnersAt + 4 * maxPlaces;
