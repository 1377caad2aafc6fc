import type { PointData } from '../components/points.ts';
import { type ChartState, readFragment, writeFragment } from './fragment.ts';
import { make } from './make.ts';
import { Drawing } from './marks.ts';
import { isKey, walk } from './walk.ts';

const HINT = 'Arrow keys walk through the points, Enter opens the source, Escape ends.';

const parse = <T>(json: string | undefined, otherwise: T): T =>
	json === undefined ? otherwise : (JSON.parse(json) as T);

/**
 * Reading a chart point by point: by arrow keys, pointer and touch. Everything it shows stands in the page already;
 * it takes the points from the rows of the chart's table, and adds nothing that takes room until it is used.
 */
class TracedChart extends HTMLElement {
	#points: readonly PointData[] = [];
	#groups: Readonly<Record<string, string>> = {};
	#drawings: readonly Drawing[] = [];
	#figure = '';
	#point: PointData | undefined;
	/** Chosen by key or press, not merely passed over. */
	#held = false;
	#hidden = new Set<string>();
	#only = '';
	/** Holds the panel without taking room; it stays in the window while the drawing is taller than that. */
	#slot = make('div', { class: 'chart-slot' });
	#panel = make('div', { class: 'chart-panel', hidden: '' });
	#readout = make('p', { class: 'chart-readout', role: 'status' });
	/** Of an accounts chart: what each group alone says, under "" what all say. */
	#ranges: Readonly<Record<string, string>> | undefined;
	#range = make('p', { class: 'chart-range', role: 'status' });
	#buttons: readonly HTMLButtonElement[] = [];

	connectedCallback(): void {
		const figure = this.querySelector('figure');
		const holders = [...this.querySelectorAll<HTMLElement>('.drawing')];
		if (!figure || this.#drawings.length > 0) return;
		this.#figure = figure.id;
		const rows = [...this.querySelectorAll<HTMLElement>('tr[data-point]')];
		const all = parse<readonly PointData[]>(
			this.dataset['points'],
			rows.map(({ dataset }) => ({ ...dataset }) as unknown as PointData),
		);
		// By group, each in the order of the table, which is that of time.
		this.#points = [...Map.groupBy(all, ({ group }) => group).values()].flat();
		if (this.#points.length === 0) return;
		this.#groups = parse(this.dataset['groups'], {});
		this.#ranges = parse(this.dataset['ranges'], undefined);
		this.#drawings = [...this.querySelectorAll<SVGSVGElement>('.drawing > svg')].map((svg) => new Drawing(svg));
		for (const holder of holders) this.#prepare(holder);
		this.#panel.append(this.#readout, ...this.#controls());
		this.#slot.append(this.#panel);
		holders.at(-1)?.after(this.#slot);
		// The panel stays while it or the drawing is in use; what comes after would lie under it.
		figure.addEventListener('focusout', ({ relatedTarget }) => {
			if (![this.#slot, ...holders].some((part) => part.contains(relatedTarget as Node | null))) this.#rest();
		});
		figure.addEventListener('pointerleave', () => {
			if (!this.#held) this.#rest();
		});
		figure.addEventListener('keydown', (event) => {
			if (event.key !== 'Escape' || this.#panel.hidden) return;
			event.preventDefault();
			this.#rest();
			this.#save();
		});
		addEventListener('pointerdown', ({ target }) => {
			if (!figure.contains(target as Node) && !this.#panel.hidden) this.#rest();
		});
		addEventListener('hashchange', () => this.#restore());
		new ResizeObserver(() => this.#draw()).observe(figure);
		this.#restore();
	}

	#prepare(holder: HTMLElement): void {
		holder.tabIndex = 0;
		holder.setAttribute('role', 'application');
		holder.setAttribute('aria-roledescription', 'chart');
		holder.setAttribute('aria-label', `The drawing. ${HINT}`);
		holder.addEventListener('focus', () => {
			// A press gives focus too, and chooses a point itself.
			if (holder.matches(':focus-visible')) this.#open('polite');
		});
		holder.addEventListener('keydown', (event) => {
			if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
			if (event.key === 'Enter' && this.#point?.href) location.href = this.#point.href;
			if (!isKey(event.key)) return;
			event.preventDefault();
			this.#held = true;
			this.#open('polite');
			this.#choose(walk(this.#shown(), this.#point, event.key));
			this.#save();
			const room = innerHeight - this.#panel.offsetHeight;
			for (const drawing of this.#drawings) drawing.reveal(room);
			this.#fit();
		});
		const under = (event: PointerEvent | MouseEvent): PointData | undefined => {
			const drawing = this.#drawings.find(({ visible }) => visible);
			const shown = new Map(this.#shown().map((point) => [point.point, point]));
			return shown.get(drawing?.nearest(event.clientX, event.clientY, (point) => shown.has(point)) ?? '');
		};
		holder.addEventListener('pointermove', (event) => {
			const point = this.#held && event.pointerType === 'mouse' ? undefined : under(event);
			if (!point) return;
			this.#open('off');
			this.#choose(point);
		});
		holder.addEventListener('click', (event) => {
			const point = under(event);
			if (!point) return;
			// A second press on the same mark lets it go again.
			this.#held = !(this.#held && point === this.#point);
			this.#open('polite');
			this.#choose(point);
			this.#save();
		});
	}

	/** The buttons: one for each group to hide it, or for accounts one to count that group alone. */
	#controls(): readonly HTMLElement[] {
		const groups = Object.entries(this.#groups);
		if (groups.length === 0) return [];
		const ranges = this.#ranges;
		const choices = ranges ? [['', 'everyone'] as const, ...groups] : groups;
		this.#buttons = choices.map(([group, label], index) => {
			const button = make('button', { type: 'button', tabindex: index === 0 ? '0' : '-1' }, label);
			button.dataset['group'] = group;
			button.addEventListener('click', () => {
				if (ranges) this.#only = group;
				else if (!this.#hidden.delete(group)) this.#hidden.add(group);
				this.#draw();
				this.#save();
			});
			return button;
		});
		const label = ranges ? 'Only accounts by' : 'Show';
		const toolbar = { class: 'chart-groups', role: 'toolbar', 'aria-label': label };
		const bar = make('div', toolbar, `${label}: `, ...this.#buttons);
		bar.addEventListener('keydown', (event) => {
			const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
			const at = this.#buttons.indexOf(document.activeElement as HTMLButtonElement);
			const next = step === undefined ? undefined : this.#buttons[at + step];
			if (!next) return;
			event.preventDefault();
			for (const button of this.#buttons) button.tabIndex = button === next ? 0 : -1;
			next.focus();
		});
		return ranges ? [bar, this.#range] : [bar];
	}

	#isShown(group: string): boolean {
		return this.#only ? group === this.#only : !this.#hidden.has(group);
	}

	#shown(): readonly PointData[] {
		return this.#points.filter(({ group }) => this.#isShown(group));
	}

	#open(live: 'polite' | 'off'): void {
		this.#readout.setAttribute('aria-live', live);
		if (!this.#point) this.#readout.textContent = HINT;
		this.#panel.hidden = false;
		this.#fit();
	}

	/** Back to how the page came, but for the groups that are hidden. */
	#rest(): void {
		this.#held = false;
		this.#panel.hidden = true;
		this.#choose(undefined);
	}

	#choose(point: PointData | undefined): void {
		if (point === this.#point) return;
		this.#point = point;
		for (const drawing of this.#drawings) drawing.mark(point?.point);
		if (!point) {
			this.#readout.replaceChildren();
			return;
		}
		const { text, when, who, group, source, href } = point;
		const label = this.#groups[group];
		// Enter opens the source; the link is for pointers, so that a chart stays one stop for the Tab key.
		const link = href ? make('a', { href, tabindex: '-1' }, source) : source;
		const before = [...new Set([when, who, label])].filter((part) => part && !text.includes(part)).join(', ');
		this.#readout.replaceChildren(
			make('strong', {}, text),
			before ? `. ${before}. ` : '. ',
			...(source ? ['Source: ', link] : []),
		);
		this.#fit();
	}

	/** Puts the panel below the drawing or at the foot of the window; at the head where it would lie on the mark, and there not. */
	#fit(): void {
		this.#panel.classList.remove('is-above');
		const height = this.#panel.offsetHeight;
		this.#slot.style.setProperty('inset-block-end', `${height}px`);
		const { top, bottom } = this.#panel.getBoundingClientRect();
		const covers = this.#drawings.some(
			({ ring }) => ring && ring.bottom > top - 4 && ring.top < bottom && ring.top > height,
		);
		this.#panel.classList.toggle('is-above', covers);
	}

	/** Puts what is hidden and what is current into all drawings and the buttons. */
	#draw(): void {
		for (const [group, points] of Map.groupBy(this.#points, (point) => point.group)) {
			const ids = new Set(points.map(({ point }) => point));
			for (const drawing of this.#drawings) drawing.show(ids, this.#isShown(group));
		}
		for (const button of this.#buttons) {
			const group = button.dataset['group'] ?? '';
			button.setAttribute('aria-pressed', String(this.#ranges ? this.#only === group : this.#isShown(group)));
		}
		const range = `Range: ${this.#ranges?.[this.#only] ?? ''}`;
		if (this.#ranges && this.#range.textContent !== range) this.#range.textContent = range;
		if (this.#point && !this.#isShown(this.#point.group)) this.#choose(undefined);
		for (const drawing of this.#drawings) {
			drawing.mark(this.#point?.point);
			if (this.#ranges) drawing.showRange(!this.#only);
		}
	}

	#save(): void {
		const { point = '' } = this.#point ?? {};
		const fragment = writeFragment({ figure: this.#figure, point, hidden: [...this.#hidden], only: this.#only });
		try {
			history.replaceState(history.state, '', fragment ? `#${fragment}` : location.pathname + location.search);
		} catch {
			// A browser allows so many changes in a while and then throws: a held arrow key. The next change makes up for it.
		}
	}

	/** Takes up the state in the address, if it is this chart's. */
	#restore(): void {
		const state: ChartState | undefined = readFragment(location.hash);
		if (state?.figure === this.#figure) {
			this.#hidden = new Set(state.hidden.filter((group) => group in this.#groups));
			this.#only = Object.hasOwn(this.#groups, state.only) ? state.only : '';
			const point = this.#shown().find(({ point }) => point === state.point);
			this.#held = point !== undefined;
			this.#choose(point);
			this.#panel.hidden = !this.#held && this.#hidden.size === 0 && !this.#only;
			this.scrollIntoView({ block: 'nearest' });
		}
		this.#draw();
	}
}

customElements.define('traced-chart', TracedChart);
