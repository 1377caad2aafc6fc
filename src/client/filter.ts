import { matches } from './query.ts';

/**
 * The filter of /ceasefires/. Everything is in the page already; this hides what is not asked for, sorts the rest, and
 * keeps the choices in the address.
 */
function start(slot: HTMLElement, status: Element): void {
	const choices = [...slot.querySelectorAll('select')];
	const items = [...document.querySelectorAll<HTMLElement>('.ceasefires > [data-covers]')];
	/** Brokers stand together with spaces between them; other values are words that may hold some. */
	const listOf = (text: string, name: string) => (name === 'broker' ? text.split(' ') : [text]).filter(Boolean);

	/** What is chosen, as the address keeps it; nothing for a choice that asks for all. */
	const chosen = (): URLSearchParams =>
		new URLSearchParams(choices.flatMap(({ name, value }) => listOf(value, name).map((one) => [name, one])));

	/** By date, as they come, or by length; those without a known end come last. */
	const sorted = (sort: string | null): readonly HTMLElement[] => {
		const sign = sort === 'longest' ? -1 : 1;
		const rank = ({ dataset: { held } }: HTMLElement) => (held ? sign * Number(held) : Number.MAX_VALUE);
		return sort ? items.toSorted((a, b) => rank(a) - rank(b)) : items;
	};

	const show = (): void => {
		const asked = chosen();
		const query = {
			covers: asked.get('covers') ?? undefined,
			type: asked.get('type') ?? undefined,
			brokers: asked.getAll('broker'),
			from: Number(asked.get('from') ?? 0),
			to: Number(asked.get('to') ?? Infinity),
		};
		let count = 0;
		for (const element of sorted(asked.get('sort'))) {
			const { covers = '', type = '', brokers = '', from: inForce = '' } = element.dataset;
			element.hidden = !matches({ covers, type, brokers: listOf(brokers, 'broker'), inForce }, query);
			element.parentElement?.append(element);
			if (!element.hidden) count++;
		}
		const none = `None of ${items.length} is all of that. Take one choice back, or show all.`;
		const some = count === items.length ? `All ${count} shown` : `${count} of ${items.length} shown`;
		status.textContent = count === 0 ? none : some;
	};

	/** Takes up an address; what cannot be chosen is left out. Two brokers together show as one choice. */
	const take = (): void => {
		slot.querySelector('details')?.setAttribute('open', '');
		const asked = new URLSearchParams(location.search);
		for (const select of choices) {
			const values = asked.getAll(select.name).slice(0, select.name === 'broker' ? undefined : 1);
			const known = [...select.options].filter(({ value }) => value && values.includes(value));
			const joined = known.map(({ value }) => value).join(' ');
			if (![...select.options].some(({ value }) => value === joined))
				select.append(new Option(known.map(({ text }) => text).join(' and '), joined));
			select.value = joined;
		}
		show();
	};

	const go = (): void => {
		const search = chosen().toString();
		history.pushState(null, '', `${location.pathname}${search && `?${search}`}`);
		show();
	};

	/** Opens the entry that the address names, even where the filter would hide it. */
	const reveal = (): void => {
		const target = items.find(({ id }) => `#${id}` === location.hash);
		if (!target) return;
		target.hidden = false;
		target.querySelector('details')?.setAttribute('open', '');
		target.focus();
		target.scrollIntoView();
	};

	slot.addEventListener('change', go);
	slot.querySelector('button')?.addEventListener('click', () => {
		for (const select of choices) select.value = '';
		go();
	});
	addEventListener('popstate', take);
	addEventListener('hashchange', reveal);
	if (location.search) take();
	reveal();
}

const slot = document.getElementById('ceasefire-filter');
const status = slot?.querySelector('[aria-live]');
if (slot && status) start(slot, status);
