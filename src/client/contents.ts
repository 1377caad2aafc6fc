/** Marks in the table of contents the section that is being read. */
const links = new Map(
	[...document.querySelectorAll<HTMLAnchorElement>('.contents a[href^="#"]')].map((link) => [link.hash.slice(1), link]),
);
const headings = [...links.keys()].flatMap((id) => document.getElementById(id) ?? []);

function mark(): void {
	const passed = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight / 3);
	const current = passed.at(-1)?.id;
	for (const [id, link] of links) {
		if (id === current) link.setAttribute('aria-current', 'true');
		else link.removeAttribute('aria-current');
	}
}

if (headings.length > 0) {
	const observer = new IntersectionObserver(mark, { rootMargin: '0px 0px -66% 0px', threshold: [0, 1] });
	for (const heading of headings) observer.observe(heading);
	mark();
}
