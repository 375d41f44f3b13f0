/** Text that users read, in each of the product's languages. */

/** Languages every user-facing text of the catalogue exists in. */
export const languages = ['en', 'zh'] as const;

/** One of {@link languages}. */
export type Language = (typeof languages)[number];

/** The same text in English and in Simplified Chinese. */
export interface Localized {
  readonly en: string;
  readonly zh: string;
}
