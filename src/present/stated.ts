/** What everything that is shown of a request has in common. */
import type { Tone } from '../wording/states';

export interface Line {
  readonly text: string;
}

export interface Fact {
  readonly label: string;
  readonly value: string;
}

export interface Noticed {
  readonly hasNotice: boolean;
  readonly notice: string;
}

export interface Stated extends Noticed {
  readonly reference: string;
  readonly request: string;
  readonly tone: Tone;
  readonly state: string;
  readonly lines: readonly Line[];
  readonly facts: readonly Fact[];
}
