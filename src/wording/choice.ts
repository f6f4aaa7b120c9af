/** One of a list to choose from. */
export interface Choice {
  /** What is read. */
  readonly title: string;
  /** What is sent. */
  readonly value: string;
}
