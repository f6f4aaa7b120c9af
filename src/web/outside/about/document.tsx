/** A page of text in sections, as data: what there is to say of the service itself. */
import type { Policy } from '../../../domain/policy';
import { CallFirst } from '../call-first';
import { type SummaryRow, SummaryList } from '../parts';
import type { PlainPage } from '../plain-page';

/** Somewhere outside these pages. */
export interface Elsewhere {
  readonly text: string;
  readonly href: string;
}

export interface Section {
  /** Absent for what stands under the title of the page. */
  readonly heading?: string;
  /** Shows the numbers to ring first. */
  readonly callFirst?: true;
  readonly paragraphs?: readonly string[];
  readonly points?: readonly string[];
  /** After the points. */
  readonly facts?: readonly SummaryRow[];
  readonly elsewhere?: readonly Elsewhere[];
}

export interface DocumentNeeds {
  readonly policy: Policy;
}

export interface Document {
  readonly name: string;
  readonly path: string;
  readonly title: string;
  readonly sections: (policy: Policy) => readonly Section[];
}

/** The page: static, so that it stands whatever is out of reach. Search engines may list it. */
export function documentPage(document: Document, { policy }: DocumentNeeds): PlainPage {
  const { name, path, title, sections } = document;
  return {
    name,
    method: 'get',
    path,
    isIndexed: true,
    async show() {
      const content = sections(policy).map((section, at) => (
        <SectionPart key={at} section={section} policy={policy} />
      ));
      return { title, content: <>{content}</> };
    },
  };
}

function SectionPart({ section, policy }: { readonly section: Section; readonly policy: Policy }) {
  const { heading, callFirst, paragraphs = [], points = [], facts = [], elsewhere = [] } = section;
  return (
    <section>
      {heading !== undefined && <h2>{heading}</h2>}
      {callFirst && <CallFirst policy={policy} />}
      {paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      {points.length > 0 && (
        <ul>
          {points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      )}
      {facts.length > 0 && <SummaryList rows={facts} />}
      {elsewhere.map(({ text, href }) => (
        <p key={href} class="more">
          <a href={href}>{text}</a>
        </p>
      ))}
    </section>
  );
}
