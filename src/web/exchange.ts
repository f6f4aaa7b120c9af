/** What comes in and goes out of pages, without the web around it; the server's own shapes, said again where they are used. */
export interface PageAsked {
  readonly authorization: string;
  readonly byScript: boolean;
  readonly from: string;
  readonly isCrossSite: boolean;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly form: URLSearchParams;
}

export interface PageReply {
  readonly status: number;
  readonly content: string | Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Page {
  readonly name: string;
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly mostBytes?: number;
  readonly answer: (asked: PageAsked) => Promise<PageReply>;
}

/** What is shown in place of pages below these paths when the server itself says no: no such page, too large, a fault. */
export interface FaultPages {
  readonly under: readonly string[];
  readonly show: (status: number) => PageReply;
}
