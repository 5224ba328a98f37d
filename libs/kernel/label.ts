/** A word of an office in both languages; Japanese is what it is called. */
export interface Label {
  readonly ja: string;
  readonly en: string;
}
