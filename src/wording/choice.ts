/** One of a list to choose from. */
export interface Choice {
  /** What is read. */
  readonly title: string;
  /** What is sent. */
  readonly value: string;
}

/** As it stands in a list of its own. */
export function capitalised({ title, value }: Choice): Choice {
  return { title: title.charAt(0).toUpperCase() + title.slice(1), value };
}
