import { createHash } from 'node:crypto';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { styleHashes, tags, unsafeMarkup } from '../ship/markup.ts';
import { stub } from '../ship/moved.ts';
import { fromRoot, relativeAssets } from '../ship/readdress.ts';
import { absolute, siteAddress } from './site.ts';

test('addresses of bundled files become relative, text stays', () => {
	const html =
		'<style>a{src:url(/_astro/f.woff2)}</style><p>src="/_astro/x"</p><script type="module" src="/_astro/a.js"></script>';
	expect(relativeAssets(html, '/claims/a/')).toBe(
		'<style>a{src:url(../../_astro/f.woff2)}</style><p>src="/_astro/x"</p><script type="module" src="../../_astro/a.js"></script>',
	);
	expect(relativeAssets(html, '/')).toContain('src="_astro/a.js"');
});

test('the page for what is not there links from the root of the host', () => {
	const html =
		'<style>a{src:url("fonts/a.woff2")}</style><a class="x" href="claims/">c</a><a href="./">f</a><a href="#content">s</a><a href="https://e.org/a">o</a><script src="_astro/a.js"></script>';
	const expected = (base: string) =>
		`<style>a{src:url("${base}fonts/a.woff2")}</style><a class="x" href="${base}claims/">c</a><a href="${base}">f</a><a href="#content">s</a><a href="https://e.org/a">o</a><script src="${base}_astro/a.js"></script>`;
	expect(fromRoot(html, '/')).toBe(expected('/'));
	expect(fromRoot(html, '/a/b/')).toBe(expected('/a/b/'));
});

test.each([
	['<p style="color:red">x</p>', 'style attribute'],
	["<p style='color:red'>x</p>", 'style attribute'],
	['<p STYLE=color:red>x</p>', 'style attribute'],
	['<img alt="a > b" onerror="x()">', 'event handler'],
	['<body onload=x()>', 'event handler'],
	['<script>alert(1)</script>', 'inline script'],
	['<script type="module">alert(1)</script>', 'inline script'],
	['<script src="https://evil.example/a.js"></script>', 'not the site’s'],
	['<script src="../images/run.txt"></script>', 'not the site’s'],
	['<meta http-equiv="refresh" content="0;url=https://evil.example/">', 'an instruction'],
	['<meta content="0" http-equiv=refresh>', 'an instruction'],
	['<form action="https://evil.example/">', 'from elsewhere'],
	['<img src="//evil.example/p.png">', 'from elsewhere'],
	['<img src=p.png>', 'name="value"'],
	["<img src='https://evil.example/x'>", 'name="value"'],
	['<img src = "https://evil.example/x">', 'name="value"'],
	['<img/src="https://evil.example/x">', 'name="value"'],
	[`<p a"><script src='https://evil.example/x.js'></script>">`, 'name="value"'],
	[`<script data-x=' type="application/json"'>alert(1)</script>`, 'name="value"'],
	['<!--><img src="https://evil.example/x">-->', '<!-->'],
	['<a href="java\tscript:alert(1)">x</a>', 'no address'],
	['<img srcset="a.png 1x, https://evil.example/x 2x">', 'from elsewhere'],
	['<link rel="icon" href="https://evil.example/x">', 'from elsewhere'],
	['<use xlink:href="https://evil.example/x#a"/>', 'from elsewhere'],
	['<svg><title><img src="a.png"></title></svg>', 'a tag inside'],
	['<style>@import "https://evil.example/x"</style>', 'from elsewhere'],
	['<script src=".././/evil.example/_astro/x.js"></script>', 'not the site’s'],
	['<link rel="stylesheet" href="https://evil.example/a.css">', 'from elsewhere'],
	['<a href="javascript:alert(1)">x</a>', 'no address'],
	['<a href="&#106;avascript:alert(1)">x</a>', 'no address'],
	['<iframe src="a/"></iframe>', '<iframe>'],
	['<base href="../">', '<base>'],
])('%s is refused', (html, what) => {
	expect(unsafeMarkup(tags(html)).join()).toContain(what);
});

test.each([
	'<p title="style= and onclick=">x</p>',
	'<style>p{color:red}</style>',
	'<script type="module" src="../../_astro/a.B1.js"></script>',
	'<link rel="canonical" href="https://e.org/a/">',
	'<meta http-equiv="content-security-policy" content="default-src">',
	'<a href="https://e.org/">x</a><form action="../search/"></form>',
	'<script type="application/ld+json">{"a":"style=\\"x\\" onload="}</script>',
	'<p>&lt;p style=""&gt; and onclick=</p>',
	'<meta content="&quot;><script>alert()</script><p onclick=x style=y>">',
])('%s passes', (html) => {
	expect(unsafeMarkup(tags(html))).toEqual([]);
});

test('a style element is hashed as a browser hashes it', () => {
	const hash = `sha256-${createHash('sha256').update('a{\n}').digest('base64')}`;
	expect(styleHashes(tags('<style media="all">a{\r\n}</style><svg><style>a{\n}</style></svg>'))).toEqual([hash, hash]);
});

test('the page left at a moved address leads on and escapes what it prints', () => {
	const { document } = parseHTML(stub('../"><script>x</script>/', 'https://e.org/"<b>', "default-src 'none'"));
	expect(document.querySelectorAll('script').length).toBe(0);
	expect(document.querySelector('a')?.getAttribute('href')).toBe('../"><script>x</script>/');
	expect(document.querySelector('meta[http-equiv=refresh]')?.getAttribute('content')).toContain('0; url=');
});

test('SITE_URL is read strictly', () => {
	expect(siteAddress(undefined)).toBe('');
	expect(siteAddress(' ')).toBe('');
	expect(siteAddress('https://a.example/b')).toBe('https://a.example/b/');
	expect(siteAddress('https://a.example/?x#y')).toBe('https://a.example/');
	for (const wrong of [
		"https://a'-alert(1)-'b.example/",
		'https://{c}.example',
		'https://a.example/%0Ax/',
		'a.example',
		'ftp://a.example',
		'https://u:p@a.example',
		'/b/',
	])
		expect(() => siteAddress(wrong), wrong).toThrow(/SITE_URL/);
	expect(absolute('https://a.example/b/', '/claims/#x')).toBe('https://a.example/b/claims/#x');
});
