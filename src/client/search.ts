import type { SearchData } from '../formats/searchable.ts';
import type { Found, Hit } from './lookup.ts';
import { make } from './make.ts';

/** The best of all stand first, whatever they are; the rest by what they are. */
const BEST = 3;
/** What a result is, by the group it is listed in. */
const kindOf = ({ group }: Hit): string => (group === 'Sections' ? 'In an explainer' : group.replace(/s$/, ''));

const list = (items: readonly HTMLLIElement[]): HTMLOListElement => make('ol', { role: 'list' }, ...items);

/**
 * The search field. It is written by the script, so that nobody without script meets a field that does nothing;
 * index and library are loaded when the field is first used.
 */
class SiteSearch extends HTMLElement {
	#lookUp: Promise<(words: string) => Found> | undefined;
	#latest = '';
	readonly #input = make('input', { type: 'search', autocomplete: 'off' });
	readonly #status = make('p', { class: 'small', role: 'status' });
	readonly #results = make('section', { class: 'search-results' });

	connectedCallback(): void {
		const input = this.#input;
		const examples = make('p', { class: 'search-examples small' }, 'For example: ');
		for (const words of (this.dataset['examples'] ?? '').split('|').filter(Boolean)) {
			const button = make('button', { type: 'button' }, words);
			button.addEventListener('click', () => {
				input.focus();
				this.#put(words);
			});
			examples.append(button, ' ');
		}
		this.append(make('label', {}, 'Search for ', input), examples, this.#status, this.#results);

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
		if (event.key === 'Escape') this.#put('');
	}

	/** Puts words into the field and looks them up. */
	#put(words: string): void {
		this.#input.value = words;
		this.#ask();
		this.#keep();
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
			make('h2', {}, group),
			list(hits.map((hit) => this.#item(hit))),
		]);
		const best = found.slice(0, BEST).map((hit) => this.#item(hit, kindOf(hit)));
		this.#results.replaceChildren(...(best.length > 0 ? [list(best)] : []), ...groups);
	}

	/** A result with the sentence that answers; what was looked for stands out in it. */
	#item({ id, title, excerpt }: Hit, kind = ''): HTMLLIElement {
		const words = excerpt.map(({ words, hit }) => (hit ? make('mark', {}, words) : words));
		return make(
			'li',
			{},
			...(kind ? [make('span', { class: 'small' }, kind)] : []),
			make('a', { href: `${this.dataset['root'] ?? './'}${id.slice(1)}` }, title),
			...(words.length > 0 ? [make('p', { class: 'small' }, ...words)] : []),
		);
	}
}

customElements.define('site-search', SiteSearch);
