import { describe, expect, it } from 'vitest';
import { formatReport } from '../../src/desk/report.ts';
import { checkWith, textOf } from '../desk/tree.ts';

const PAGE = 'content/explainers/the-town.mdx';

/** Things that must not reach a reader. No name of a thing: each is written as an attacker would write it. */
const payloads: readonly string[] = [
	'<script>alert(1)</script>',
	'<script src="https://evil.example/x.js"></script>',
	'<SCRIPT>alert(1)</SCRIPT>',
	'<img src="x" onerror="alert(1)"/>',
	'<svg onload="alert(1)"/>',
	'<svg><a xlinkHref="javascript:alert(1)">x</a></svg>',
	'<iframe src="https://evil.example/"/>',
	'<iframe srcDoc="<script>alert(1)</script>"/>',
	'<object data="https://evil.example/"/>',
	'<embed src="https://evil.example/"/>',
	'<form action="https://evil.example/"><input name="q"/></form>',
	'<a href="javascript:alert(1)">x</a>',
	'<a href="data:text/html,x">x</a>',
	'<p style="position:fixed">x</p>',
	'<style>body{display:none}</style>',
	'<link rel="stylesheet" href="https://evil.example/x.css"/>',
	'<meta httpEquiv="refresh" content="0;url=https://evil.example/"/>',
	'<base href="https://evil.example/"/>',
	'<details open onToggle="alert(1)">x</details>',
	'<video src="https://evil.example/x.mp4" autoPlay/>',
	'<math><mtext>x</mtext></math>',
	'<x-y>z</x-y>',
	'<a.b/>',
	'<a:b/>',
	'<></>',
	'<>x</>',
	'<Fragment set:html="<script>alert(1)</script>"/>',
	'<Chart id="residents" set:html="x"/>',
	'<Chart id="residents" client:load/>',
	'<Chart id="residents" onClick="alert(1)"/>',
	'<Chart id="residents" style="x"/>',
	'<Chart id={alert(1)}/>',
	'<Chart {...{id: "residents"}}/>',
	'<Chart id="../../etc/passwd"/>',
	'<Chart id="residents&quot; onload=&quot;x"/>',
	'<Claim id="hospital" dangerouslySetInnerHTML={{__html: "x"}}/>',
	'<Claim id="__proto__"/>',
	'<Claim id="constructor"/>',
	'<Value of="constructor"/>',
	'<Value of="__proto__"/>',
	'<Value series="residents" date="{alert(1)}"/>',
	'<Term id="stock<script>"/>',
	'<Actor id="torv" href="javascript:alert(1)">x</Actor>',
	'<Quote source="report"><script>alert(1)</script></Quote>',
	'<Quote source="report" cite="javascript:alert(1)">a bad day for the town</Quote>',
	'<Map id="valley&#44;javascript"/>',
	'<Aside onMouseOver="alert(1)">x</Aside>',
	'<Props/>',
	'<Layout/>',
	'<process.env/>',
	'{alert(1)}',
	'{process.env.HOME}',
	'{`x`}',
	'{<b>x</b>}',
	'{/* x */}',
	'{import("node:fs")}',
	'{(() => { throw 1 })()}',
	'{...x}',
	'{',
	'}{',
	'{"',
	'<!-- x -->',
	'<!DOCTYPE html>',
	'<![CDATA[x]]>',
	'<?php x ?>',
	'<% x %>',
	'<javascript:alert(1)>',
	'<https://evil.example>',
	'<mailto:a@evil.example>',
	'<a',
	'<a href=x>y</a>',
	'</div>',
	'<div>',
	'<Aside>',
	'</Aside>',
	'<Claim id="hospital">x',
	'<Claim id=hospital/>',
	"<Claim id='hospital' id='hospital'/>",
	'[x](javascript:alert(1))',
	'[x](JaVaScRiPt:alert(1))',
	'[x](javascript&colon;alert(1))',
	'[x](&#106;avascript:alert(1))',
	'[x](&#x6A;avascript:alert(1))',
	'[x](java&Tab;script:alert(1))',
	'[x](<java script:alert(1)>)',
	'[x](<javascript:alert(1)>)',
	'[x](\\javascript:alert(1))',
	'[x](vbscript:x)',
	'[x](data:text/html;base64,PHNjcmlwdD4=)',
	'[x](data:image/svg+xml,x)',
	'[x](file:///etc/passwd)',
	'[x](blob:https://evil.example/x)',
	'[x](ftp://evil.example/)',
	'[x](tel:1)',
	'[x](mailto:a@evil.example)',
	'[x](//evil.example/)',
	'[x](/\\evil.example/)',
	'[x](\\\\evil.example/)',
	'[x](https:evil.example "x")',
	'[x](https://user:word@gazette.example/)',
	'[x](../../../../etc/passwd)',
	'[x](/nowhere/)',
	'[x](view-source:https://evil.example)',
	'![x](javascript:alert(1))',
	'![x](data:image/svg+xml,x)',
	'![x](https://evil.example/x.png)',
	'![x](//evil.example/x.png)',
	'![](/images/bridge.png)',
	'[x](&#x200b;javascript:alert(1))',
	'x \u202e y',
	'x\u200by',
	'x \u2066 y',
	'x \u0007 y',
	'x\u00ady',
	'x \u{e0041} y',
];

/** Places in a page where an attacker might put it. */
const contexts: readonly ((payload: string) => string)[] = [
	(payload) => payload,
	(payload) => `Words in front ${payload} and behind.`,
	(payload) => `- a point\n- ${payload}\n`,
	(payload) => `> ${payload}\n`,
	(payload) => `<Aside>\n\n${payload}\n\n</Aside>`,
];

/** Whole blocks: code at the start of a line, definitions, tables, footnotes. */
const blocks: readonly string[] = [
	'import x from "https://evil.example/x.js"',
	'import "node:fs"',
	'import * as fs from "node:fs"',
	'import x fro',
	'export const a = 1',
	'export default function Layout() {}',
	'export { x } from "./x.js"',
	'export const frontmatter = { draft: false }',
	'export async function getStaticPaths() {}',
	'[x]\n\n[x]: javascript:alert(1)',
	'[x][y]\n\n[y]: data:text/html,x',
	'![x][y]\n\n[y]: https://evil.example/x.png',
	'| a | b |\n| - | - |\n| <script>x</script> | b |',
	'| a | b |\n| - | - |\n| [x](javascript:x) | b |',
	'x[^1]\n\n[^1]: <script>alert(1)</script>',
	'x[^1]\n\n[^1]: [y](javascript:alert(1))',
	'<div>\n\nwords\n\n</div>',
	'<Aside\n\n  onClick="x">\n\nwords\n\n</Aside>',
	'# {alert(1)}',
	'## <b>x</b>',
	'* {x}\n* y',
	'1. <i>x</i>',
	'**<u>x</u>**',
	'_{x}_',
	'~~<s>x</s>~~',
];

const inputs = [...payloads.flatMap((payload) => contexts.map((put) => put(payload))), ...blocks];

describe('hostile input', () => {
	it('is there in quantity', () => {
		expect(new Set(inputs).size).toBeGreaterThanOrEqual(500);
	});

	it('never passes, and is answered in readable words', () => {
		const page = textOf(PAGE);
		// Each with a title and a place in the order of its own: nothing is wrong with it but what is put in.
		const own = (index: number) =>
			page.replace('title: The town', `title: Hostile page ${index}`).replace('order: 3', `order: ${100 + index}`);
		const { findings } = checkWith({ 'content/explainers/harmless.mdx': own(inputs.length) });
		expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
		const files = new Map(
			inputs.map((input, index) => [
				`content/explainers/hostile-${index}.mdx`,
				own(index).replace('More will stand here.', () => input),
			]),
		);
		const report = checkWith(Object.fromEntries(files));
		const errors = report.findings.filter(({ severity }) => severity === 'error');
		const caught = new Set(errors.map(({ path }) => path));
		expect([...files].filter(([path]) => !caught.has(path)).map(([, text]) => text.slice(page.length - 30))).toEqual(
			[],
		);
		const unreadable = errors.filter(({ message, fix, line }) => {
			const words = `${message} ${fix}`;
			const jargon = /acorn|undefined|\[object|\bat \S+:\d+:\d+|Unexpected/.test(words);
			return line < 12 || jargon || !/\p{L}{3,}.*\p{L}{2,}/u.test(message) || fix.length < 5;
		});
		expect(unreadable).toEqual([]);
		// What is printed can neither ring a bell nor turn the direction of a terminal.
		expect(formatReport(report, { colour: false })).not.toMatch(/[\p{Cf}\p{Zl}\p{Zp}]|(?!\n)\p{Cc}/u);
	});
});
