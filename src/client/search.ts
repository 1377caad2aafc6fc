import type { SearchData } from '../formats/searchable.ts';
import type { Found, Hit } from './lookup.ts';

/** The best of all stand first, whatever they are; the rest by what they are. */
const BEST = 3;
/** What a result is, by the group it is listed in. */
const KIND: Readonly<Record<string, string>> = {
	Explainers: 'Explainer',
	Sections: 'In an explainer',
	Charts: 'Chart',
	Ceasefires: 'Ceasefire',
	Claims: 'Claim',
	Places: 'Place',
	Terms: 'Term',
	Pages: 'Page',
	Sources: 'Source',
};

function element<K extends keyof HTMLElementTagNameMap>(name: K, words = '', className = ''): HTMLElementTagNameMap[K] {
	const made = document.createElement(name);
	made.textContent = words;
	if (className) made.className = className;
	return made;
}

function list(items: readonly HTMLLIElement[]): HTMLOListElement {
	const made = element('ol');
	made.setAttribute('role', 'list');
	made.append(...items);
	return made;
}

/**
 * The search field. It is written by the script, so that nobody without script meets a field that does nothing;
 * index and library are loaded when the field is first used.
 */
class SiteSearch extends HTMLElement {
	#lookUp: Promise<(words: string) => Found> | undefined;
	#latest = '';
	readonly #input = element('input');
	readonly #status = element('p', '', 'small');
	readonly #results = element('section', '', 'search-results');

	connectedCallback(): void {
		const input = this.#input;
		const label = element('label', 'Search for ');
		input.type = 'search';
		input.autocomplete = 'off';
		label.append(input);
		const examples = element('p', 'For example: ', 'search-examples small');
		for (const words of (this.dataset['examples'] ?? '').split('|').filter(Boolean)) {
			const button = element('button', words);
			button.type = 'button';
			button.addEventListener('click', () => {
				input.value = words;
				input.focus();
				this.#ask();
				this.#keep();
			});
			examples.append(button, ' ');
		}
		this.#status.setAttribute('role', 'status');
		this.append(label, examples, this.#status, this.#results);

		input.addEventListener('focus', () => this.#load().catch(() => undefined), { once: true });
		input.addEventListener('input', () => this.#ask());
		input.addEventListener('change', () => this.#keep());
		input.addEventListener('keydown', (event) => this.#inField(event));
		this.#results.addEventListener('keydown', (event) => this.#inResults(event));

		const words = new URLSearchParams(location.search).get('q');
		if (words) {
			input.value = words;
			this.#ask();
		}
	}

	#inField(event: KeyboardEvent): void {
		// While an input method composes, its keys are its own.
		if (event.isComposing) return;
		if (event.key === 'ArrowDown' || event.key === 'Enter') {
			event.preventDefault();
			this.#results.querySelector('a')?.focus();
		}
		if (event.key === 'Escape') {
			this.#input.value = '';
			this.#ask();
			this.#keep();
		}
	}

	/** Keeps the words in the address, so that coming back brings them back: once they stand, not at each key. */
	#keep(): void {
		const words = this.#input.value.trim();
		history.replaceState(history.state, '', words ? `?q=${encodeURIComponent(words)}` : location.pathname);
	}

	#inResults(event: KeyboardEvent): void {
		const links = [...this.#results.querySelectorAll('a')];
		const at = links.indexOf(event.target as HTMLAnchorElement);
		const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
		if (step === undefined || at < 0) return;
		event.preventDefault();
		(links[at + step] ?? (step < 0 ? this.#input : undefined))?.focus();
	}

	#load(): Promise<(words: string) => Found> {
		this.#lookUp ??= (async () => {
			const [{ searcher }, response] = await Promise.all([import('./lookup.ts'), fetch(this.dataset['index'] ?? '')]);
			return searcher((await response.json()) as SearchData);
		})();
		return this.#lookUp;
	}

	/** Looks up what stands in the field. */
	#ask(): void {
		const words = this.#input.value.trim();
		this.#latest = words;
		if (words) void this.#find(words);
		else this.#show('', []);
	}

	async #find(words: string): Promise<void> {
		try {
			const lookUp = await this.#load();
			if (words !== this.#latest) return;
			const { hits, whole, total } = lookUp(words);
			const some = whole ? '' : ', each with some of the words';
			const count = total > hits.length ? `The best ${hits.length} of ${total} found` : `${total} found`;
			this.#show(total > 0 ? `${count}${some}` : 'Nothing found. Everything is listed below.', hits);
		} catch {
			this.#lookUp = undefined;
			this.#show('The search index could not be loaded. Everything is listed below.', []);
		}
	}

	#show(status: string, found: readonly Hit[]): void {
		this.#status.textContent = status;
		this.#results.setAttribute('aria-label', `Results for ${this.#latest}`);
		const rest = Map.groupBy(found.slice(BEST), ({ group }) => group);
		const groups = [...rest].flatMap(([group, hits]) => [
			element('h2', group),
			list(hits.map((hit) => this.#item(hit))),
		]);
		const best = found.slice(0, BEST).map((hit) => this.#item(hit, KIND[hit.group] ?? hit.group));
		this.#results.replaceChildren(...(best.length > 0 ? [list(best)] : []), ...groups);
	}

	/** A result with the sentence that answers; what was looked for stands out in it. */
	#item({ id, title, excerpt }: Hit, kind = ''): HTMLLIElement {
		const item = element('li');
		const anchor = element('a', title);
		anchor.href = `${this.dataset['root'] ?? './'}${id.slice(1)}`;
		const sentence = element('p', '', 'small');
		sentence.append(...excerpt.map(({ words, hit }) => (hit ? element('mark', words) : words)));
		item.append(...(kind ? [element('span', kind, 'small')] : []), anchor, ...(excerpt.length > 0 ? [sentence] : []));
		return item;
	}
}

customElements.define('site-search', SiteSearch);
