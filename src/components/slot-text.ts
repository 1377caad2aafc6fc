const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** The words between a component's tags, without markup; undefined when there are none. */
export async function slotWords(slots: {
	has(name: string): boolean;
	render(name: string): Promise<string>;
}): Promise<string | undefined> {
	if (!slots.has('default')) return undefined;
	const html = await slots.render('default');
	return html
		.replace(/<[^>]*>/g, '')
		.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '')
		.replace(/\s+/g, ' ')
		.trim();
}
