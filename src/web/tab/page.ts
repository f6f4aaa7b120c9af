/** What a page of the tab is: who may see it is settled before it is asked, and how it is framed after. */
import type { ComponentChildren } from 'preact';
import type { Instant } from '../../domain/intervals';
import type { Person } from '../../domain/people';
import type { SectionId } from './sections';
import type { Role } from './sign-in';

/** One page as somebody asks for it who may see it. */
export interface Asked {
  readonly by: Person;
  /** At least one. */
  readonly roles: readonly Role[];
  readonly now: Instant;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** What was filled in; empty unless posted. */
  readonly form: URLSearchParams;
}

export interface Shown {
  /** Of the window; the page's own heading is its h1. */
  readonly title: string;
  readonly section?: SectionId;
  readonly content: ComponentChildren;
  /** 200 when absent. 422: what was filled in cannot be taken; 409: somebody else was faster; 404: no such thing. */
  readonly status?: 200 | 404 | 409 | 422;
  /** Where this page is at home, when it answers something that was posted. */
  readonly at?: string;
  /** Read out by a screen reader, beside the heading: how many were found, what was saved. */
  readonly said?: string;
}

/** A file in place of a page. */
export interface Download {
  readonly file: string;
  readonly type: string;
  readonly content: string;
}

export interface TabPage {
  /** For the log, in place of the path. */
  readonly name: string;
  readonly method: 'get' | 'post';
  readonly path: string;
  /** The roles it is open to; without it, coordinators only. */
  readonly openTo?: readonly Role[];
  /** Of what is posted, where it is more than a form usually is. */
  readonly mostBytes?: number;
  readonly show: (asked: Asked) => Promise<Shown | Download>;
}
