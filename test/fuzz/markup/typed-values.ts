/** What people can type that could be taken for something else where it is shown, one value for each way of being taken so. */

/** Whatever runs calls `canary`: nothing may. */
export const TYPED_VALUES: Readonly<Record<string, string>> = {
  script: '<script>canary(1)</script>',
  image: '<img src=x onerror=canary(2)>',
  svg: '<svg onload=canary(3)><a href="#">x</a></svg>',
  'closed attribute': '" autofocus onfocus="canary(4)" x="',
  'closed single': "' onmouseover='canary(5)' x='",
  'closed elements': '</textarea></title></p></dd></td></style><h1 onclick=canary(6)>x</h1>',
  frame: '<iframe srcdoc="<script>parent.canary(7)</script>"></iframe>',
  'script address': 'javascript:canary(8)',
  'Markdown link': '[press here](javascript:canary(9))',
  'Markdown link of the web': '[press here](https://elsewhere.example/x)',
  'Markdown image': '![seen](https://elsewhere.example/seen.png)',
  'Markdown bold': '**bold** and _leaning_ and `code`',
  'Markdown heading': '# Heading and - a list and 1. another',
  'Markdown list': '- one thing of a list',
  template: '${$root} ${reason} {{x}} {{{x}}} #{7*7}',
  entities: '&lt;b&gt; &#60;i&#62; &amp;amp; &nbsp;',
  direction: 'right \u202eto left\u202c \u2067again\u2069',
  'long word': 'w'.repeat(60),
  comment: '<!-- --><![CDATA[x]]>',
};

/** Nothing but letters, as long as that. */
export function plainAs(value: string): string {
  return 'plain words that say very little about anything at all '
    .repeat(4)
    .slice(0, value.length)
    .trim()
    .padEnd(value.length, 'x');
}
