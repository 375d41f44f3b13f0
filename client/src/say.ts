/** How models speak the user's language without knowing the editor. */

/** Translates a fixed sentence and fills in its values. */
export type Say = (sentence: string, ...values: (string | number)[]) => string;
